import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { spellLines } from "../examples/example-files.ts";
import { type ExampleWeb, openExampleWeb } from "../examples/example-web.ts";
import { sweepUploads } from "../reading/uploads.ts";

let desk: ExampleDesk;
let web: ExampleWeb;
beforeAll(async () => {
  desk = await openExampleDesk();
  web = await openExampleWeb(desk.wiring);
});
afterAll(() => desk.close());
beforeEach(() => sweepUploads(desk.wiring.scratch, new Date("2999-01-01")));

const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const fileOf = (lines: readonly string[], name = "june.csv") => new File([`${lines.join("\n")}\n`], name);
const [HEAD = "", ...SOUND] = spellLines("2008-06");
const UNKNOWN = (SOUND[0] ?? "").replace("X81001", "X99999").replace("S1-", "S9-");
const uploads = () => readdirSync(desk.wiring.scratch);

/** Hands a file in as PCT finance and gives where it waits. */
async function handedIn(lines: readonly string[], more: Record<string, string> = {}): Promise<string> {
  const { to, html } = await web.send("/load", { file: fileOf(lines), status: "final", ...more }, "finance");
  if (to === null) throw new Error(wordsOf(html));
  return to;
}

describe("a file handed in", () => {
  test("is recognised and checked, and shows rows read, accepted and rejected with examples and what to do", async () => {
    const waits = await handedIn([HEAD, ...SOUND, UNKNOWN, `=1+1,${"<script>x</script>"}`]);
    const { html } = await web.visit(waits, "finance");
    const words = wordsOf(html);
    expect(words).toContain("Taken for Hospital spells , in the layout Hospital spells, plain CSV.");
    expect(words).toContain("Of 7 rows read, 5 were accepted, 2 of them flagged. 2 were rejected.");
    expect(words).toContain("practice: 1 row rejected");
    expect(words).toContain("line 7: X99999");
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>x");
  });

  test("lies where only the service may read it, and is for the person alone who sent it", async () => {
    const waits = await handedIn([HEAD, ...SOUND, UNKNOWN]);
    const [id = ""] = uploads();
    expect(waits).toBe(`/load/${id}`);
    const folder = join(desk.wiring.scratch, id);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ["content", "upload.json", "rejected.csv"]) {
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
    }
    for (const address of [waits, `${waits}/rejected`]) {
      expect((await web.visit(address, "finance")).status, address).toBe(200);
      expect((await web.visit(address, "finance-elsewhere")).status, address).toBe(404);
      expect((await web.visit(address, "manager")).status, address).toBe(403);
    }
    expect((await web.visit("/load/..%2f..%2fkey", "finance")).status).toBe(404);
  });

  test("gives its rejected rows as a file to correct, until it is dropped", async () => {
    const waits = await handedIn([HEAD, ...SOUND, UNKNOWN]);
    const { html } = await web.visit(`${waits}/rejected`, "finance");
    expect(html).toContain("X99999");
    expect(html).toContain("line,what_is_wrong");
    expect((await web.send(waits, { do: "drop" }, "finance")).to).toBe("/load");
    expect(uploads()).toEqual([]);
    expect((await web.visit(waits, "finance")).status).toBe(404);
    expect((await web.visit(`${waits}/rejected`, "finance")).status).toBe(404);
  });

  test("is published whole, after which nothing of it waits; the same file again changes nothing", async () => {
    const waits = await handedIn([HEAD, ...SOUND]);
    const { to } = await web.send(waits, { do: "publish" }, "finance");
    expect(to).toMatch(/^\/loads\/[0-9a-f]+\?news=published$/);
    expect(uploads()).toEqual([]);
    const words = wordsOf((await web.visit(to ?? "", "manager")).html);
    expect(words).toContain("Published. Figures count these rows from now on");
    expect(words).toContain("by finance");
    const again = await handedIn([HEAD, ...SOUND]);
    expect(wordsOf((await web.visit(again, "finance")).html)).toContain("This very file was loaded before");
    expect((await web.send(again, { do: "publish" }, "finance")).to).toMatch(/news=unchanged$/);
    expect(uploads()).toEqual([]);
  });

  test("that is not recognised says which columns are missing, and can be said to be something else", async () => {
    const waits = await handedIn(["spell_id,provider", "1,RXA"]);
    const words = wordsOf((await web.visit(waits, "finance")).html);
    expect(words).toContain("It cannot be published as it is");
    expect(words).toContain("No layout fits the file.");
    expect(words).not.toContain("Publish it");
    await web.send(waits, { do: "check", status: "final", layout: "emergency" }, "finance");
    expect(wordsOf((await web.visit(waits, "finance")).html)).toContain("The nearest is emergency");
  });

  test("whose totals are not those its sender gave is published only with a reason", async () => {
    const waits = await handedIn([HEAD, ...SOUND.slice(1)]);
    const said = { do: "check", status: "provisional", rows: "5", sums: "" };
    const wrong = await web.send(waits, { ...said, sums: "nonsense" }, "finance");
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong.html)).toContain("Write totals as column=amount");
    await web.send(waits, said, "finance");
    expect(wordsOf((await web.visit(waits, "finance")).html)).toContain("rows 5 4 no");
    const refused = await web.send(waits, { do: "publish", despite: "" }, "finance");
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.html)).toContain("rows 4, not 5");
    const { to } = await web.send(waits, { do: "publish", despite: "the sender miscounted" }, "finance");
    expect(wordsOf((await web.visit(to ?? "", "finance")).html)).toContain(
      "Published all the same, for this reason: the sender miscounted.",
    );
  });

  test("with too many rows rejected is published only for a reason", async () => {
    const waits = await handedIn([HEAD, ...SOUND, UNKNOWN]);
    const words = wordsOf((await web.visit(waits, "finance")).html);
    expect(words).toContain("Why is it to be published although more than 5% of its rows are rejected?");
    const refused = await web.send(waits, { do: "publish", despite: "" }, "finance");
    expect([refused.status, wordsOf(refused.html)]).toEqual([
      422,
      expect.stringContaining("1 of its 6 rows are rejected, and at most 5% may be."),
    ]);
  });

  test("is refused without a file, without its status, too large, from elsewhere, or from whoever may not", async () => {
    const empty = await web.send("/load", { file: new File([], "june.csv"), status: "final" }, "finance");
    expect(empty.status).toBe(422);
    expect(wordsOf(empty.html)).toContain("Choose a file that is not empty");
    const unsaid = await web.send("/load", { file: fileOf([HEAD]) }, "finance");
    expect(unsaid.status).toBe(422);
    expect(wordsOf(unsaid.html)).toContain("Say whether its figures can still change");
    const large = new File([new Uint8Array(52 * 1024 * 1024)], "large.csv");
    expect((await web.send("/load", { file: large, status: "final" }, "finance")).status).toBe(413);
    expect((await web.send("/load", { file: fileOf([HEAD]), status: "final" }, "finance", "forged")).status).toBe(403);
    const loads = (await web.visit("/loads", "manager")).html;
    const token = /name="_token" value="([^"]+)"/.exec(loads)?.[1] ?? "";
    expect((await web.send("/load", { file: fileOf([HEAD]), status: "final" }, "manager", token)).status).toBe(403);
    expect((await web.visit("/load", "manager")).status).toBe(403);
  });

  test("is refused by what it holds, whatever it is called, and nothing of it is kept", async () => {
    const zip = new File([Buffer.from("504b0304", "hex"), "spell_id"], "june.csv", { type: "text/csv" });
    const page = new File(["<!doctype html><script>alert(1)</script>"], "june.parquet");
    for (const [file, words] of [
      [zip, "This is an archive, which can hold many files. Unpack it"],
      [page, "This is a web page or XML, not a table."],
    ] as const) {
      const { status, html } = await web.send("/load", { file, status: "final" }, "finance");
      expect([status, wordsOf(html)]).toEqual([422, expect.stringContaining(words)]);
    }
    expect(uploads()).toEqual([]);
  });

  test("keeps the name it was given for people to read, and lies under one of ours", async () => {
    const lines = ["price_year,provider,name,factor", "2011/12,RXA,First Hospital,1.06"];
    const file = fileOf(lines, `../../${"x".repeat(300)}<b>.csv`);
    const { to } = await web.send("/load", { file, status: "final" }, "finance");
    const [id = ""] = uploads();
    expect(readdirSync(join(desk.wiring.scratch, id)).toSorted()).toEqual(["content", "upload.json"]);
    const { html } = await web.visit(to ?? "", "finance");
    expect(wordsOf(html)).toContain(`${"x".repeat(20)}-b-.csv`);
    expect(html).not.toContain("<b>");
  });

  test("that would take the place of another says so, and says when it would count for nothing", async () => {
    const lines = ["price_year,provider,name,factor", "2010/11,RXA,First Hospital,1.06"];
    const final = wordsOf((await web.visit(await handedIn(lines), "finance")).html);
    expect(final).toContain("It takes the place of factors.csv, loaded 1 May 2009 at 10:00.");
    const provisional = wordsOf((await web.visit(await handedIn(lines, { status: "provisional" }), "finance")).html);
    expect(provisional).toContain("It will not count: factors.csv");
    expect(wordsOf((await web.visit(await handedIn([HEAD, ...SOUND]), "finance")).html)).not.toContain(
      "takes the place of",
    );
  });

  test("left alone is taken away by a sweep, and one touched since is not", async () => {
    const waits = await handedIn([HEAD, ...SOUND, UNKNOWN]);
    expect(await sweepUploads(desk.wiring.scratch, new Date("2000-01-01"))).toBe(0);
    expect((await web.visit(waits, "finance")).status).toBe(200);
    expect(await sweepUploads(desk.wiring.scratch, new Date("2999-01-01"))).toBe(1);
    expect((await web.visit(waits, "finance")).status).toBe(404);
  });
});

describe("loads", () => {
  test("are listed with how their rows fared, the newest first, to all who work with figures", async () => {
    const { html } = await web.visit("/loads?dataset=spell", "chair");
    const words = wordsOf(html);
    expect(words).toContain("spells-may.csv Hospital spells May 2008 provisional 6 5 2 1 1 May 2009");
    expect(words.indexOf("spells-may.csv")).toBeLessThan(words.indexOf("spells-april.csv"));
    expect(html).not.toContain('href="/load"');
    expect((await web.visit("/loads", "finance")).html).toContain('href="/load"');
    expect((await web.visit("/loads", "reader")).status).toBe(403);
    expect((await web.visit("/loads?dataset=dreams", "chair")).status).toBe(404);
  });

  test("say one by one why rows were left out, and where to hand them in corrected", async () => {
    const [, load = ""] =
      /href="(\/loads\/[0-9a-f]+)">spells-may/.exec((await web.visit("/loads", "finance")).html) ?? [];
    const { html } = await web.visit(load, "finance");
    expect(wordsOf(html)).toContain("practice Neither organisations nor memberships name this practice. 1 rejected");
    expect(html).toContain(`href="/load?corrects=${load.split("/").at(-1)}"`);
    expect(html).not.toContain("X99999");
    expect((await web.visit("/loads/none", "finance")).status).toBe(404);
  });
});

describe("the data behind a PCT", () => {
  test("says which months are held, provisional or missing, and why rows were left out", async () => {
    const { status, html } = await web.visit("/quality/9A2", "manager");
    expect(status).toBe(200);
    expect(wordsOf(html)).toContain("No activity is held yet");
    const words = wordsOf((await web.visit("/quality/9A1", "manager")).html);
    expect(words).toMatch(/Activity is held from April 2008 to \w+ 2008\. \d months? lacks? a file/);
    expect(words).toContain("Outpatient attendances: May 2008");
    expect(words).toContain("May 2008 provisional not supplied");
    expect(words).toContain("April 2008 final final");
    expect(words).toContain("practice Neither organisations nor memberships name this practice. 1 rejected");
  });

  test("is not found for what is no PCT, and closed to the public", async () => {
    expect((await web.visit("/quality/X81001", "finance")).status).toBe(404);
    expect((await web.visit("/quality/9A1", "reader")).status).toBe(403);
  });
});
