import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Rulebook } from "#features/rulebook/index.ts";
import { EXAMPLE_NOW, type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { type ExampleWeb, openExampleWeb } from "../examples/example-web.ts";

let desk: ExampleDesk;
let web: ExampleWeb;
let own: string;
beforeAll(async () => {
  desk = await openExampleDesk();
  web = await openExampleWeb(desk.wiring);
  own = `/activity/${desk.snapshot.id}/X81001`;
});
afterAll(() => desk.close());

const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

/** The rulebook with one rule as a place might set it. */
function withRule(rulebook: Rulebook, rule: string, value: string): Rulebook {
  const inForce: Rulebook["inForce"] = (place, asked, on) => {
    const found = rulebook.inForce(place, asked, on);
    return asked === rule ? { ...found, value: value as typeof found.value } : found;
  };
  return { ...rulebook, inForce };
}

describe("a practice's activity by audience", () => {
  test("is shown by name to all of its PCT, its committee and its region, added up by point of delivery", async () => {
    for (const person of ["manager", "peer", "chair", "finance", "director", "committee", "region"] as const) {
      expect(wordsOf((await web.visit(own, person)).html), person).toContain("Emergency admission 6 4 2 66 10,920.00");
    }
  });

  test("is shown by HRG and provider to the practice, its peers and the PCT's officers", async () => {
    for (const person of ["manager", "lead", "peer", "chair", "finance", "director"] as const) {
      expect(wordsOf((await web.visit(`${own}/emergency`, person)).html), person).toContain("AA22C Stroke");
    }
  });

  test("is to the committee and the region no more than the figure, with the way to what was released", async () => {
    for (const person of ["committee", "region"] as const) {
      const { status, html } = await web.visit(`${own}/emergency`, person);
      expect(status).toBe(200);
      expect(wordsOf(html)).toContain("£10,920 at the prices of 2009/10, for 6 rows.");
      expect(wordsOf(html)).toContain("by HRG and provider only as it was released to everybody.");
      expect(html).not.toContain("AA22C");
      expect((await web.visit(`${own}/emergency?csv=lines`, person)).html).not.toContain("AA22C");
    }
    const made = await desk.wiring.releases.release(desk.snapshot, { actor: "x", at: EXAMPLE_NOW, sight: ["9A1"] });
    if ("refused" in made) throw new Error(JSON.stringify(made));
    const { html } = await web.visit(`${own}/emergency`, "region");
    expect(html).toContain(`href="/published/${made.release}?practice=X81001"`);
  });

  test("is what a place decides: its committee may see only what was released, others still see it as it is", async () => {
    const rulebook = withRule(desk.wiring.rulebook, "disclosure.for-committee", "released");
    const stricter = await openExampleWeb({ ...desk.wiring, rulebook });
    const words = wordsOf((await stricter.visit(own, "region")).html);
    expect(words).toContain(
      "The committee and the region see a practice's activity only as it was released".replace("'", "&#x27;"),
    );
    expect(words).not.toContain("10,920");
    expect(wordsOf((await stricter.visit(own, "peer")).html)).toContain("10,920.00");
    expect(wordsOf((await stricter.visit(own, "finance")).html)).toContain("10,920.00");
  });
});
