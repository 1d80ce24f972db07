import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVERYWHERE } from "#platform/access/sight.ts";
import { TimeLimitPassed } from "#platform/engine/index.ts";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { type ExampleWeb, openExampleWeb } from "../examples/example-web.ts";
import { activityOriginLink, pointPath } from "../views/addresses.ts";

let desk: ExampleDesk;
let web: ExampleWeb;
let own: string;
beforeAll(async () => {
  desk = await openExampleDesk();
  web = await openExampleWeb(desk.wiring);
  own = `/activity/${desk.snapshot.id}/X81001`;
});
afterAll(() => desk.close());

/** The words of a page, without its marks. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"]+)"/g)].map(([, to = ""]) => to.replaceAll("&amp;", "&"));
const linkIn = (html: string, part: string) => linksIn(html).find((to) => to.includes(part)) ?? `no link with ${part}`;

describe("a practice's activity", () => {
  test("says what it cost at the budget year's prices, and adds up: priced + not priced = loaded", async () => {
    const { status, html } = await web.visit(own, "manager");
    expect(status).toBe(200);
    const words = wordsOf(html);
    expect(words).toContain("At the prices of 2009/10 it cost £12,138. 3 rows have no price");
    expect(words).toContain("7 priced + 3 not priced = 10 loaded.");
    expect(words).toContain("Emergency admission 6 4 2 66 10,920.00");
    expect(words).toContain("Total 10 7 3 66 12,138.00");
  });

  test("lists what has no price with its reason, count and what to do", async () => {
    const words = wordsOf((await web.visit(own, "manager")).html);
    expect(words).toContain("The row has no HRG. Emergency admission 2 Ask the provider for grouped data");
    expect(words).toContain("The price list has no such treatment function. First outpatient attendance 1");
  });

  test("sets each month at its own year's prices beside the budget year's, and leads to the month alone", async () => {
    const { html } = await web.visit(own, "manager");
    expect(wordsOf(html)).toContain("April 2008 6 5,943.00 6,153.00");
    const april = await web.visit(linkIn(html, "month=2008-04"), "manager");
    expect(wordsOf(april.html)).toContain("At the prices of 2009/10 it cost £6,153.");
    expect(april.html).toContain(`href="${own}?month=2008-05"`);
  });

  test("says once that it is made up, and escapes names that others chose", async () => {
    const { html } = await web.visit(own, "manager");
    expect(html.match(/Sample figures, made up/g)).toHaveLength(1);
    expect(html).toContain("Mill &lt;Lane&gt; Surgery");
    expect(html).not.toContain("<Lane>");
  });

  test("can be kept as a file of exactly the rows shown", async () => {
    const { html } = await web.visit(`${own}?csv=points`, "manager");
    expect(html.split("\r\n").slice(0, 2)).toEqual([
      "Point of delivery,Rows,Priced,Not priced,Bed days,Cost (£)",
      "Emergency admission,6,4,2,66,10920.00",
    ]);
  });

  test("is open to peers of the PCT, the chair, the PCT and the region, and is not there for anybody else", async () => {
    const people = [
      "manager",
      "peer",
      "chair",
      "finance",
      "region",
      "elsewhere",
      "finance-elsewhere",
      "reader",
    ] as const;
    const statuses = await Promise.all(people.map(async (person) => (await web.visit(own, person)).status));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404, 404, 404]);
    expect((await web.visit(own)).status).toBe(404);
    const words = wordsOf((await web.visit(own, "finance-elsewhere")).html);
    expect(words).toContain(`No snapshot of activity has the name ${desk.snapshot.id}.`);
  });

  test("is not found where there is no such snapshot, practice or month, and teaches where there is no row", async () => {
    const wrong = ["/activity/ffff/X81001", `/activity/${desk.snapshot.id}/X99999`, `${own}?month=2008-07`];
    for (const address of [...wrong, `${own}/sleepwalking`]) {
      expect((await web.visit(address, "finance")).status, address).toBe(404);
    }
    const without = await web.visit(`/activity/${desk.snapshot.id}/X82001`, "finance");
    expect(without.status).toBe(200);
    expect(wordsOf(without.html)).toContain("Nothing here for these months");
  });
});

describe("what is behind a point of delivery", () => {
  test("is shown by HRG and provider, dearest first, adding up to the figure above", async () => {
    const words = wordsOf((await web.visit(`${own}/emergency`, "manager")).html);
    expect(words).toContain("AA22C Stroke First Hospital (RXA) 4 60 10,920.00 as listed");
    expect(words).toContain("First Hospital (RXA) 2 6 – not applicable The row has no HRG.");
    expect(words).toContain("Total 6 66 10,920.00");
    expect(words).not.toContain("do not add up");
  });

  test("is by treatment function in outpatient care", async () => {
    const words = wordsOf((await web.visit(`${own}/outpatient-first`, "manager")).html);
    expect(words).toContain("By treatment function and provider, dearest first");
    expect(words).toContain("100 General surgery First Hospital (RXA) 1 168.00 as listed");
  });

  test("leads on to rows only those who may open them, and says whom to ask", async () => {
    const [manager, peer] = [
      await web.visit(`${own}/emergency`, "manager"),
      await web.visit(`${own}/emergency`, "peer"),
    ];
    expect(linksIn(manager.html).filter((to) => to.includes("/rows"))).toHaveLength(2);
    expect(linksIn(peer.html).filter((to) => to.includes("/rows"))).toEqual([]);
    expect(wordsOf(peer.html)).toContain("Single rows are open to the practice itself and to PCT finance.");
  });

  test("is where a budget's explanation leads", async () => {
    const keys = { snapshot: desk.snapshot.id, practice: "X81001", month: "2008-04", activity: "emergency" };
    const link = activityOriginLink({ kind: "activity", keys });
    expect(link?.href).toBe(pointPath({ ...keys }, "emergency"));
    expect(wordsOf((await web.visit(link?.href ?? "", "manager")).html)).toContain("£5,460 at the prices of 2009/10");
    expect(activityOriginLink({ kind: "need", keys })).toBe(undefined);
  });
});

describe("rows", () => {
  const rows = () => `${own}/emergency/rows?currency=AA22C&provider=RXA`;

  test("show the parts of each price and add up, and name no patient", async () => {
    const { html } = await web.visit(rows(), "manager");
    const words = wordsOf(html);
    expect(words).toContain("4 rows, £10,920.00 in all.");
    expect(words).toContain("S22-2008-04 26 April 2008 25 2,100.00 1,000.00 155.00");
    expect(words).toContain("Total 60 8,400.00 2,000.00 520.00 10,920.00");
    expect(words).toContain("Marked at loading: overlapping stay.");
    const [{ patient } = { patient: "" }] = await patients();
    expect(patient.length).toBeGreaterThan(8);
    for (const secret of [patient, "9990000018", "AL7", "1950"]) expect(html).not.toContain(secret);
  });

  test("are for the practice itself and its PCT's finance alone", async () => {
    const people = [
      "manager",
      "finance",
      "peer",
      "chair",
      "group-lead",
      "region",
      "finance-elsewhere",
      "reader",
    ] as const;
    const statuses = await Promise.all(people.map(async (person) => (await web.visit(rows(), person)).status));
    expect(statuses).toEqual([200, 200, 403, 403, 403, 403, 404, 404]);
  });

  test("without an HRG are asked for by naming none, each with why it has no price", async () => {
    const { html } = await web.visit(`${own}/emergency/rows?provider=RXA`, "manager");
    const why = await web.visit(linkIn(html, "/row?"), "manager");
    expect(wordsOf(why.html)).toContain("Why has this row no price? The row has no HRG.");
  });

  test("are not found past the last page", async () => {
    expect((await web.visit(`${rows()}&page=2`, "manager")).status).toBe(404);
    expect((await web.visit(`${own}/emergency/rows?currency=%27%20OR%201=1`, "manager")).status).toBe(404);
  });

  test("lead to their price explained, down to the price list and the rule", async () => {
    const { html } = await web.visit(rows(), "manager");
    const long = linksIn(html).filter((to) => to.includes("/row?"))[1] ?? "";
    const price = await web.visit(long, "manager");
    expect(wordsOf(price.html)).toContain("Price before market forces £3,100.00");
    expect(wordsOf(price.html)).toContain("Market forces factor 1.05");
    expect(wordsOf(price.html)).toContain(`script/chilford activity row --snapshot ${desk.snapshot.id}`);
    const before = await web.visit(`${long}&at=before-market-forces/long-stay`, "manager");
    expect(wordsOf(before.html)).toContain("Days beyond the trim point 5");
    expect((await web.visit(long, "peer")).status).toBe(403);
    expect((await web.visit(`${long}&at=nonsense`, "manager")).status).toBe(404);
    expect((await web.visit(`${own}/emergency/row?load=x&row=0`, "manager")).status).toBe(404);
  });
});

test("a look at rows that takes too long becomes a page that offers less", async () => {
  const { engine } = desk.wiring;
  const slow = await openExampleWeb({
    ...desk.wiring,
    engine: { ...engine, query: () => Promise.reject(new TimeLimitPassed("priced", 1)) },
  });
  for (const address of [`${own}/emergency`, `${own}/emergency/rows?currency=AA22C`]) {
    const { status, html } = await slow.visit(address, "manager");
    expect(status).toBe(200);
    expect(wordsOf(html)).toContain("This took too long and was stopped");
    expect(linksIn(html)).toContain(`${own}/emergency?month=2008-04`);
  }
  expect(slow.logged.filter(({ kind }) => kind === "bug")).toEqual([]);
});

/** The pseudonyms in the lake. */
async function patients(): Promise<readonly { readonly patient: string }[]> {
  const files = await desk.wiring.lake.files({ dataset: "spell", sight: EVERYWHERE });
  const list = files.map((file) => `'${file}'`).join(", ");
  return desk.wiring.engine.within(async (connection) => {
    const answer = await connection.runAndReadAll(`FROM read_parquet([${list}])`);
    return answer.getRowObjectsJS().map(({ patient }) => ({ patient: String(patient) }));
  });
}
