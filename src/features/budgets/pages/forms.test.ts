import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COUNTY_ENVELOPE } from "../examples/example-county.ts";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { type ExampleWeb, issueFirst, openExampleWeb } from "../examples/example-web.ts";

const PCT = "/money/pct/5QX/2007-08";
const REVIEW = "/money/practice/X81002/2007-08/review";

let example: ExampleDesk;
let web: ExampleWeb;
beforeAll(async () => {
  example = await openExampleDesk();
  web = await openExampleWeb(example.desk);
});
afterAll(async () => {
  await example.close();
});

const withLine = (label: string, more: object = {}) => ({
  ...COUNTY_ENVELOPE,
  lines: COUNTY_ENVELOPE.lines.map((line) => (line.id === "management" ? { ...line, label, ...more } : line)),
});

describe("the envelope", () => {
  test("without a loaded file there is nothing to state, and it is said who can load one", async () => {
    example.load(undefined);
    expect((await web.visit(`${PCT}/envelope`, "finance")).words).toContain("No envelope is loaded");
    example.load(COUNTY_ENVELOPE);
  });

  test("a line that clears a deficit is refused with the rule named, and cannot be sent", async () => {
    example.load(withLine("Recovery", { purpose: "deficit-recovery" }));
    const { words } = await web.visit(`${PCT}/envelope`, "finance");
    expect(words).toContain("It cannot be stated as it is");
    expect(words).toContain("Rule: budget.no-deficit-top-slice.");
    expect(words).not.toContain("State this envelope");
  });

  test("a label that speaks of a deficit is questioned, and confirming it states the envelope", async () => {
    example.load(withLine("Deficit reserve"));
    const refused = await web.send(`${PCT}/envelope`, {}, "finance");
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("There is a problem");
    expect(refused.html).toContain('href="#confirm-management"');
    const stated = await web.send(`${PCT}/envelope`, { "confirm-management": "yes" }, "finance");
    expect(stated.to).toBe(`${PCT}?done=envelope`);
  });

  test("nobody states lines they have not seen", async () => {
    const page = await web.visit(`${PCT}/envelope`, "finance");
    const seen = /name="seen" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
    example.load(COUNTY_ENVELOPE);
    const { status, words } = await web.send(`${PCT}/envelope`, { seen }, "finance");
    expect(status).toBe(422);
    expect(words).toContain("Another envelope was loaded since this page was opened.");
  });
});

describe("the policy", () => {
  test("is refused without the LMC, beyond the rule and by a date that is none; nothing entered is lost", async () => {
    const entered = { setOn: "20/2/2007", lmc: "", pec: "13/2/2007", rate: "2" };
    const { status, words, html } = await web.send(`${PCT}/policy`, entered, "finance");
    expect(status).toBe(422);
    expect(words).toContain("The policy has no date on which the LMC agreed it.");
    expect(words).toContain("The policy would move up to 2% of a budget, and the rule allows 1%.");
    for (const value of ["20/2/2007", "13/2/2007"]) expect(html).toContain(`value="${value}"`);
    const garbled = await web.send(`${PCT}/policy`, { ...entered, lmc: "last week" }, "finance");
    expect(garbled.words).toContain("last week is not a day like 17/3/2008");
  });

  test("is set with both agreements", async () => {
    const entered = { setOn: "20/2/2007", lmc: "1/2/2007", pec: "2007-02-13", rate: "0.75%" };
    expect((await web.send(`${PCT}/policy`, entered, "finance")).to).toBe(`${PCT}?done=policy`);
    expect((await web.visit(`${PCT}/policy`, "finance")).words).toContain(
      "The policy of 20 February 2007 moves at most 0.75%.",
    );
  });
});

describe("a utilisation review", () => {
  const entered = {
    ...{ reviewedOn: "21/4/2007", outcome: "move-towards-fair-share", shift: "12,500" },
    ...{ "prevalence-1-measure": "Asthma", "prevalence-1-practice": "0.061", "prevalence-1-peers": "0.052" },
    ...{ "use-1-measure": "Emergency admissions", "use-1-practice": "104.2", "use-1-peers": "91.7" },
    ...{ "spoke-gp-lead": "yes", "spoke-pct-finance": "yes", note: "Talked <over> coffee" },
  };

  test("is refused without use and without both sides, and keeps what was entered", async () => {
    await issueFirst(web);
    const {
      "use-1-measure": _,
      "use-1-practice": __,
      "use-1-peers": ___,
      "spoke-pct-finance": ____,
      ...some
    } = entered;
    const { status, words, html } = await web.send(REVIEW, some, "finance");
    expect(status).toBe(422);
    expect(words).toContain("The review of practice X81002 compares no use of hospitals with peers.");
    expect(words).toContain("Name by role who spoke for the practice and who for the PCT");
    expect(html).toMatch(/id="spoke-gp-lead"[^>]*checked/);
    expect(html).toContain('value="12,500"');
    expect(html).toContain("Talked &lt;over&gt; coffee");
  });

  test("says what cannot be read, beside its field", async () => {
    const { words, html } = await web.send(REVIEW, { ...entered, "use-1-peers": "many", shift: "lots" }, "finance");
    expect(words).toContain("Enter the peers' figure for Emergency admissions");
    expect(words).toContain("Enter an amount in pounds, like 12,500 or 0");
    expect(html).toContain('id="use-1-peers--error-message"');
  });

  test("is recorded, shown with its note, and waits for the next draft", async () => {
    expect((await web.send(REVIEW, entered, "finance")).to).toBe(`${PCT}?done=review`);
    const { words } = await web.visit(REVIEW, "finance");
    expect(words).toContain("On record, of 21 April 2007");
    expect(words).toContain("Asthma prevalence 0.061 0.052");
    expect(words).toContain("Note: Talked");
    expect((await web.visit(PCT, "finance")).words).toContain("Waits for the next draft");
  });

  test("moves money in the draft that follows; issuing shows first what changes", async () => {
    await web.send(`${PCT}/draft`, { id: "second", asAt: "1/4/2007" }, "finance");
    const check = await web.visit(`${PCT}/issue/second`, "finance");
    expect(check.words).toContain("1 practice's budget differs from version 1, which is in force.");
    expect(check.words).toContain("It becomes version 2.");
    const early = await web.send(`${PCT}/issue/second`, { inForceFrom: "1/4/2006" }, "finance");
    expect(early.status).toBe(422);
    expect(early.words).toContain("2006-04-01 is not in the budget's year.");
    expect((await web.send(`${PCT}/issue/second`, { inForceFrom: "1/5/2007" }, "finance")).to).toBe(
      `${PCT}?done=issued`,
    );
    const practice = await web.visit("/money/practice/X81002/2007-08", "finance");
    expect(practice.words).toContain("After the review, −£12,500 moves towards the fair share.");
    const changes = await web.visit(`${PCT}/changes?from=1&to=2`, "finance");
    expect(changes.words).toContain("What changed from version 1 to version 2");
    expect((await web.visit(`${PCT}?version=1`, "finance")).words).toContain("A later version is in force.");
  });

  test("a draft on an older record cannot be issued", async () => {
    const { words } = await web.visit(`${PCT}/issue/first`, "finance");
    expect(words).toContain("It cannot be issued");
    expect(words).toContain("Draft first is issued already.");
  });
});

describe("a movement", () => {
  const entered = {
    ...{ kind: "virement", id: "july", on: "1/7/2007", body: "PEC", reference: "minute 12" },
    ...{ "entry-1-holder": "practice/X81001", "entry-1-line": "acute", "entry-1-amount": "-100.50" },
    ...{ "entry-2-holder": "practice/X81002", "entry-2-line": "acute", "entry-2-amount": "100.50" },
  };

  test("is refused out of balance, overdrawn and without authority, and keeps what was entered", async () => {
    const wrong = { ...entered, body: "", "entry-1-amount": "-999,999,999" };
    const { status, words, html } = await web.send(`${PCT}/move`, wrong, "finance");
    expect(status).toBe(422);
    expect(words).toContain("The entries of movement july do not come to nought.");
    expect(words).toContain("does not say who allowed it");
    expect(words).toContain("more than acute of X81001 holds");
    expect(html).toContain('value="-999,999,999"');
    expect(html).toMatch(/<option value="practice\/X81001" selected/);
  });

  test("is in the ledger with its authority; opening and movements are the closing balance", async () => {
    expect((await web.send(`${PCT}/move`, entered, "finance")).to).toBe(`${PCT}/ledger?done=movement`);
    const { words } = await web.visit(`${PCT}/ledger`, "finance");
    expect(words).toContain("1 movement on top of what was issued");
    expect(words).toContain("july Virement 1 July 2007 PEC minute 12");
    const file = await web.visit(`${PCT}/ledger?csv=accounts`, "finance");
    const [, , opening, moved, closing] = (/^Riverside.*,Line acute,.*$/m.exec(file.html)?.[0] ?? "")
      .split(",")
      .slice(-5);
    expect(Number(opening) + Number(moved)).toBeCloseTo(Number(closing), 2);
    expect(moved).toBe("-100.50");
    expect((await web.visit("/money/practice/X81001/2007-08", "manager")).words).toContain("−100.50");
  });

  test("is not for whoever has an interest in a holder of an entry; looking on stays, and other holders too", async () => {
    const refused = await web.send(`${PCT}/move`, { ...entered, id: "barred" }, "finance-with-interest");
    expect(refused.status).toBe(422);
    expect(refused.words).toContain("is for X81002, in which you declared an interest");
    const others = { ...entered, id: "open", "entry-2-holder": "practice/X81003" };
    expect((await web.send(`${PCT}/move`, others, "finance-with-interest")).status).toBe(303);
    expect((await web.visit(REVIEW, "finance-with-interest")).status).toBe(403);
    expect((await web.visit("/money/practice/X81002/2007-08", "finance-with-interest")).status).toBe(200);
  });

  test("of the same name is refused", async () => {
    expect((await web.send(`${PCT}/move`, entered, "finance")).words).toContain(
      "A movement called july is recorded already.",
    );
  });
});

test("a draft needs a name that an address can have", async () => {
  const { status, words } = await web.send(`${PCT}/draft`, { id: "Über/Draft", asAt: "soon" }, "finance");
  expect(status).toBe(422);
  expect(words).toContain("Choose a name of lower-case letters, digits and hyphens, like after-reviews");
  expect(words).toContain("Enter a day like 1/4/2008");
});
