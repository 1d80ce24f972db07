import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ExampleRecord, fillRecord, openExampleRecord } from "./examples/seen-record.ts";

let example: ExampleRecord;
beforeAll(async () => {
  example = await openExampleRecord();
  await fillRecord(example);
});
afterAll(() => example.record.close());

const words = async (as: string, query = "") => (await example.web.visit(`/record${query}`, as)).words;

describe("the record shows", () => {
  test("an officer of a PCT all that the PCT did and had refused, why, and on what authority", async () => {
    const seen = await words("finance");
    expect(seen).toContain("Stated the envelope of West Fen PCT (5QX) for 2008/09");
    expect(seen).toContain("Made the draft draft-5QX");
    expect(seen).toContain("Refused to issue a draft of West Fen PCT (5QX) for 2008/09: No draft is called second.");
    expect(seen).toContain("Sam finance");
    expect(seen).toContain("finance's post: a rule.");
    expect((await example.web.visit("/record", "finance")).html).toContain('href="/money/pct/5QX/2008-09"');
  });

  test("nobody anything of another PCT, a practice that moved along with it included", async () => {
    const seen = await words("finance");
    expect(seen).not.toContain("East Fen");
    expect(seen).not.toContain("Moved Surgery");
    const other = await words("finance-elsewhere");
    expect(other).toContain("Moved Surgery (X83001)");
    expect(other).not.toContain("West Fen");
  });

  test("a practice what was decided for it, and no draft, envelope, refusal or review of a peer", async () => {
    const seen = await words("manager");
    expect(seen).toContain("Issued version 1 of the budgets of West Fen PCT");
    expect(seen).toContain("Set the policy on fair shares");
    expect(seen).toContain("utilisation review of 21 April 2008 of Ash Surgery");
    for (const hidden of ["Made the draft", "Stated the envelope", "Refused to", "East Fen"])
      expect(seen).not.toContain(hidden);
    expect(await words("peer")).not.toContain("Ash Surgery");
    expect(await words("chair")).toContain("Ash Surgery");
  });

  test("the region what its PCTs decided, and nothing unfinished", async () => {
    const seen = await words("region");
    expect(seen).toContain("Issued version 1 of the budgets of West Fen PCT");
    expect(seen).toContain("Issued version 1 of the budgets of East Fen PCT");
    expect(seen).not.toContain("Made the draft");
  });

  test("the public and those without a place on it nothing", async () => {
    expect((await example.web.visit("/record")).status).toBe(403);
    expect((await example.web.visit("/record", "lay")).status).toBe(403);
    expect((await example.web.visit("/record/export/csv")).status).toBe(403);
  });

  test("whoever runs the machine everything", async () => {
    const seen = await words("keeper");
    expect(seen).toContain("Made the draft draft-5QX");
    expect(seen).toContain("Made the draft draft-5QY");
  });
});

describe("a search", () => {
  test.each([
    ["by object", "?object=budget%2F5QX%2F2008-09&type=draft-made", "1 event,"],
    ["by what it is about", "?objects=budget", "6 events,"],
    ["by person", "?person=finance&outcome=accepted", "5 events,"],
    ["by kind of event", "?type=draft-issued", "1 event,"],
    ["by outcome", "?outcome=refused", "1 event,"],
    ["by days", "?from=2008-04-16&until=2008-04-21", "2 events,"],
    ["by words", "?words=issue+version", "1 event,"],
    ["by words in another form", "?words=reviewing", "1 event,"],
  ])("%s finds what fits", async (_, query, count) => {
    expect(await words("finance", query)).toContain(count);
  });

  test.each([
    ["by object", "?object=budget%2F5QY%2F2008-09"],
    ["by person", "?person=finance-elsewhere"],
    ["by words", "?words=East+Fen"],
    ["by words that are a code", "?words=5QY"],
    ["by words that would be SQL", "?words=%27%29+OR+1%3D1+--"],
    ["by another person's attempts", "?object=access%2Ffinance-elsewhere"],
  ])("%s never finds anything of another PCT", async (_, query) => {
    const seen = await words("finance", query);
    for (const other of ["East Fen", "(5QY)"]) expect(seen).not.toContain(other);
  });

  test("for a day that is none says so", async () => {
    expect(await words("finance", "?from=31/4/2008")).toContain("31/4/2008 is not a day like 2008-04-28");
  });

  test("goes on in pages of fifty, by the number of the last one seen", async () => {
    for (let made = 0; made < 60; made += 1) {
      await example.put("snapshot/many", "SnapshotPublished", {
        id: `s${made}`,
        commissioner: "5QX",
        months: [],
        budgetPrices: "2008/09",
      });
    }
    const first = await example.web.visit("/record?objects=snapshot", "finance");
    const older = /href="(\/record\?[^"]*before=\d+)"/.exec(first.html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(first.words).toContain("60 events, the newest first");
    expect(first.words).toContain("50 events on this page");
    const second = await example.web.visit(older, "finance");
    expect(second.words).toContain("10 events on this page");
    expect(second.words).not.toContain("Older events");
  });
});

describe("one event", () => {
  test("is shown with its number and hash to whom it concerns, and is not there for others, whatever number they guess", async () => {
    const events = await example.record.history({ type: "draft-made", limit: 10 });
    const of = (pct: string) => events.find(({ stream }) => stream.includes(pct))?.seq ?? 0;
    const seen = await example.web.visit(`/record/event/${of("5QX")}`, "finance");
    expect(seen.status).toBe(200);
    expect(seen.words).toContain(events.find(({ seq }) => seq === of("5QX"))?.hash);
    expect((await example.web.visit(`/record/event/${of("5QY")}`, "finance")).status).toBe(404);
    expect((await example.web.visit(`/record/event/${of("5QX")}`, "manager")).status).toBe(404);
    for (const guess of ["0", "-1", "999999999", "1e3", "1;DROP", "99999999999999999999"]) {
      expect((await example.web.visit(`/record/event/${encodeURIComponent(guess)}`, "finance")).status).toBe(404);
    }
  });

  test("found by trying every number is one of one's own", async () => {
    const { record, web } = example;
    const all = (await record.history({ limit: 200 })).filter(({ stream }) => stream.startsWith("budget/5QY"));
    for (const { seq } of all) expect((await web.visit(`/record/event/${seq}`, "finance")).status).toBe(404);
  });
});

describe("an export", () => {
  test("is exactly what the search shows, without formulas, and is itself on the record", async () => {
    await example.put("snapshot/=cmd", "SnapshotPublished", {
      id: "=1+1",
      commissioner: "5QX",
      months: [],
      budgetPrices: "@x",
    });
    const { html, type } = await example.web.visit("/record/export/csv?type=draft-issued", "finance");
    expect(type).toContain("text/csv");
    expect(html.trimEnd().split("\r\n")).toHaveLength(2);
    expect(html).toContain("Issued version 1");
    const all = (await example.web.visit("/record/export/csv", "finance")).html;
    expect(all).not.toContain("5QY");
    expect(all).not.toMatch(/(?:^|[,\n])=/);
    const lines = (await example.web.visit("/record/export/jsonl?type=draft-issued", "finance")).html
      .trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line).stream)).toEqual(["budget/5QX/2008-09"]);
    expect(await words("finance", "?objects=data-access")).toContain(
      "Exported what the record shows of West Fen PCT (5QX): 1 rows",
    );
    expect(await words("finance-elsewhere", "?objects=data-access")).toContain("Nothing found");
  });

  test("that finds nothing of one's own holds nothing", async () => {
    const { html } = await example.web.visit("/record/export/csv?object=budget%2F5QY%2F2008-09", "finance");
    expect(html.trimEnd().split("\r\n")).toHaveLength(1);
  });
});

describe("what was not allowed", () => {
  const ask = (as: string, place = "5QX") =>
    example.web.send(`/interests/register/${place}/finance/x/redact`, { field: "what", reason: "safety" }, as);

  test("is on the record once a minute, for the PCT that it was about, who asked and their administrators", async () => {
    const count = async () => (await example.record.history({ type: "access refused", limit: 50 })).length;
    expect((await ask("peer")).status).toBe(403);
    expect((await ask("peer")).status).toBe(403);
    expect(await count()).toBe(1);
    expect((await ask("peer", "5QY")).status).toBe(403);
    expect(await count()).toBe(2);
    const [latest] = await example.record.history({ type: "access refused", limit: 1 });
    expect(latest).toMatchObject({ kind: "refused", actor: "peer", stream: "access/peer" });
    expect(await words("finance-elsewhere", "?objects=access")).toContain(
      "it needs the permission interests.redact for East Fen PCT",
    );
    expect(await words("finance", "?objects=access")).toContain("for West Fen PCT");
    expect(await words("finance", "?objects=access")).not.toContain("East Fen");
    expect(await words("administrator", "?objects=access")).toContain("Sam peer");
    expect(await words("administrator-elsewhere", "?objects=access")).toContain("Nothing found");
    expect(await words("region", "?objects=access")).toContain("Nothing found");
  });

  test("is not recorded of visitors, nor of what somebody only wanted to see", async () => {
    const before = (await example.record.history({ limit: 1 }))[0]?.seq;
    await example.web.visit("/record", "lay");
    await example.web.visit("/record");
    expect((await example.record.history({ limit: 1 }))[0]?.seq).toBe(before);
  });
});

describe("what concerns people", () => {
  test("is for the administrators of their places, and a leaver's for those of all places they were at", async () => {
    const { put } = example;
    const post = { id: "p1", role: "practice manager", organisation: "X82001", from: "2008-04-01" };
    const invited = { name: "n", email: "e", tokenHash: "t", lapsesAt: "2008-05-01T00:00:00.000Z", posts: [post] };
    await put("person/kim", "person-invited", invited, undefined, "administrator-elsewhere");
    await put("person/kim", "person-left", { on: "2008-05-01" }, undefined, "administrator-elsewhere");
    const seen = await words("administrator-elsewhere", "?objects=person");
    expect(seen).toContain("Invited kim to be practice manager at Elm Surgery (X82001)");
    expect(seen).toContain("kim: Left");
    expect(await words("administrator", "?objects=person")).toContain("Nothing found");
    expect(await words("finance-elsewhere", "?objects=person")).toContain("Nothing found");
  });

  test("and the words of which were erased concerns those whom it concerned before", async () => {
    const { record, put } = example;
    const hash = await record.keepText("A note");
    const review = { practice: "X81002", reviewedOn: "2008-04-22", outcome: "not-agreed", noteHash: hash };
    await put("budget/5QX/2008-09", "utilisation-review-recorded", review);
    await record.eraseText({ hash, actor: "keeper", at: new Date("2008-05-01T09:00:00Z") });
    expect(await words("peer", "?objects=text")).toContain("Erased a text for good.");
    expect(await words("manager", "?objects=text")).toContain("Nothing found");
    expect(await words("finance-elsewhere", "?objects=text")).toContain("Nothing found");
  });
});

test("whatever is on it, the record is whole and is read again as it was", async () => {
  expect((await example.record.verify()).faults).toEqual([]);
});
