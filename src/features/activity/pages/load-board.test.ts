import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccess } from "#platform/access/access.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { verbs } from "../commands/activity-verbs.ts";
import { EXAMPLE_NOW, type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { attendanceLines } from "../examples/example-files.ts";
import { type ExampleWeb, openExampleWeb } from "../examples/example-web.ts";
import { grants } from "../grants.ts";

let desk: ExampleDesk;
let web: ExampleWeb;
beforeAll(async () => {
  desk = await openExampleDesk();
  web = await openExampleWeb(desk.wiring);
});
afterAll(() => desk.close());

// Spells of April came final and of May provisional, attendances of April final: all on 1 May 2009, a year late.
describe("the board of expected, arrived and late loads", () => {
  test("says first what is late and missing, and what is on the way", async () => {
    const { status, html } = await web.visit("/loads/board", "finance");
    expect(status).toBe(200);
    expect(html).toMatch(/\d+ files are late and \d+ files missing/);
    expect(html).toContain("As of 1 May 2009");
    expect(html).toContain("missing: nothing came");
  });

  test("shows what is final only when asked", async () => {
    const open = await web.visit("/loads/board", "finance");
    expect(open.html).not.toContain("here, final");
    const all = await web.visit("/loads/board?show=all&csv=board", "finance");
    expect(all.html).toContain("here, final; it came");
  });

  test("stands as of any day: before anything came, nothing is expected", async () => {
    const { html } = await web.visit("/loads/board?as_of=2009-04-30", "finance");
    expect(html).toContain("Nothing is expected yet");
    const wrong = await web.visit("/loads/board?as_of=2009-02-30", "finance");
    expect([wrong.status, wrong.html]).toEqual([404, expect.stringContaining("2009-02-30 is no day")]);
  });

  test("shows nobody another PCT's loads, and the public none at all", async () => {
    const { html } = await web.visit("/loads/board?show=all", "finance-elsewhere");
    expect(html).toContain("Nothing is expected yet");
    expect(html).not.toContain("First PCT");
    expect((await web.visit("/loads/board", "reader")).status).toBe(403);
  });

  test("gives exactly its rows as a file", async () => {
    const { status, html } = await web.visit("/loads/board?csv=board", "finance");
    expect(status).toBe(200);
    const [head, ...rows] = html.trim().split("\n");
    expect(head).toContain("What it holds,PCT,Of,How it stands,Provisional due,Final due,First came,Days late");
    expect(rows.some((row) => row.startsWith("A&E,First PCT,2008-04,") || row.includes(",First PCT,2008-04,"))).toBe(
      true,
    );
  });

  test("is the same on the command line", async () => {
    const out: string[] = [];
    const person = { id: "finance", name: "Sam", posts: [{ role: "PCT finance", organisation: "9A1" }] };
    const exit = await runCommandLine(verbs(desk.wiring), ["loads", "board", "--as-of", "2009-05-01", "--json"], {
      ...{ programme: "chilford", access: createAccess(grants), identify: () => person, sight: () => ["9A1"] },
      ...{
        print: (text: string) => out.push(text),
        printError: () => undefined,
        isTerminal: false,
        now: () => EXAMPLE_NOW,
      },
    });
    expect(exit).toBe(0);
    const { expected } = JSON.parse(out.join("")) as {
      readonly expected: readonly { readonly dataset: string; readonly period: string; readonly state: string }[];
    };
    const states = new Map(expected.map(({ dataset, period, state }) => [`${dataset} ${period}`, state]));
    expect(states.get("spell 2008-05")).toBe("late");
    expect(states.get("attendance 2008-05")).toBe("missing");
    expect(states.get("spell 2009-04")).toBe("awaited");
    expect(states.has("spell 2008-04")).toBe(false);
  });

  test("takes up what is loaded since", async () => {
    const file = desk.write("attendances-may.csv", attendanceLines("2008-05"));
    await desk.wiring.lake.load({ file, status: "final", actor: "analyst", at: EXAMPLE_NOW });
    const { html } = await web.visit("/loads/board?show=all&csv=board", "finance");
    expect(html).toMatch(/Outpatient attendances,First PCT,2008-05,"?here, final/);
  });
});
