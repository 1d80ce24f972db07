import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishBusy } from "../examples/busy-months.ts";
import { EXAMPLE_NOW, type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { type ExampleWeb, openExampleWeb } from "../examples/example-web.ts";

let desk: ExampleDesk;
let web: ExampleWeb;
let address: string;
let before: string;
beforeAll(async () => {
  desk = await openExampleDesk();
  const blind = () => Promise.reject(new Error("A published page read a mart"));
  web = await openExampleWeb({ ...desk.wiring, engine: { ...desk.wiring.engine, query: blind } });
  before = wordsOf((await web.visit("/published")).html);
  const snapshot = await publishBusy(desk, ["2008-06", "2008-07"], ["2008-04", "2008-05", "2008-06", "2008-07"]);
  const by = { actor: "officer", at: EXAMPLE_NOW, sight: ["9A1"] };
  const made = await desk.wiring.releases.release(snapshot, by);
  if ("refused" in made) throw new Error(JSON.stringify(made));
  address = `/published/${made.release}`;
});
afterAll(() => desk.close());

const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("published activity", () => {
  test("teaches what will be there before anything was released", () => {
    expect(before).toContain("Nothing has been released yet");
  });

  test("is listed for everybody, signed in or not", async () => {
    for (const person of [undefined, "reader", "finance-elsewhere", "region"] as const) {
      const { status, html } = await web.visit("/published", person);
      expect(status).toBe(200);
      expect(wordsOf(html)).toContain("First PCT (9A1) April 2008 to July 2008 1 May 2009");
      expect(html).toContain(`href="${address}"`);
    }
  });

  test("shows counts by point of delivery and month, says what is suppressed and why, and reads nothing but what was released", async () => {
    const { status, html } = await web.visit(address);
    expect(status).toBe(200);
    const words = wordsOf(html);
    expect(words).toContain("Activity of First PCT, 2008/09");
    expect(words).toContain("Counts from 1 to 5 are suppressed, others are shown as they are");
    expect(words).toContain("Source of the rule: hes-disclosure ¶2007-2.");
    expect(words).toContain("Church Street (X81002)");
    expect(html).toContain("app-missing--suppressed");
    expect(html).toContain("Mill &lt;Lane&gt; Surgery");
  });

  test("can be read of one practice", async () => {
    const { html } = await web.visit(`${address}?practice=X81002&year=2008/09`);
    expect(wordsOf(html)).toContain("Activity of Church Street, 2008/09");
    expect(html).toContain(`href="${address}?year=2008%2F09"`);
  });

  test("can be kept as a file of exactly the same cells, with what its columns mean beside it", async () => {
    const { html: csv } = await web.visit(`${address}?year=2008/09&file=csv`);
    const [head, ...lines] = csv.trimEnd().split("\r\n");
    expect(head).toBe("practice,practice_name,point_of_delivery,point_of_delivery_name,month,count,cost_pounds");
    const content = desk.wiring.releases.content((await desk.wiring.releases.all())[0] ?? never());
    const shown = content.years[0]?.counts.cells.map((cell) => (typeof cell === "number" ? String(cell) : "*"));
    expect(lines.map((line) => line.split(",").at(-2))).toEqual(shown);
    expect(lines.some((line) => line.startsWith("all,First PCT,all,Every kind,2008/09,"))).toBe(true);
    const { html: metadata } = await web.visit(`${address}?year=2008/09&file=metadata`);
    expect(JSON.parse(metadata)).toMatchObject({
      url: "released-activity-9A1-2008-09.csv",
      "dc:issued": "2009-05-01",
      null: ["*", ""],
    });
  });

  test("is not found under another name, year or practice", async () => {
    for (const wrong of ["/published/ffff", `${address}?year=2009/10`, `${address}?practice=X82001`]) {
      expect((await web.visit(wrong)).status, wrong).toBe(404);
    }
  });
});

function never(): never {
  throw new Error("There is a release");
}
