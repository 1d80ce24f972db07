import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PatientLookedUp } from "../decisions/patient-look-up.ts";
import { type ExampleDesk, openExampleDesk } from "../examples/example-desk.ts";
import { type ExampleWeb, openExampleWeb } from "../examples/example-web.ts";
import { describeLookUp } from "../patients/recorded.ts";

/** The patient of S22 and of the attendances in the example files. */
const NUMBER = "9990000018";
const ASKED = { nhsNumber: "999 000 0018", sort: "charge", reason: "The bill seems to be another practice's" };

let desk: ExampleDesk;
let web: ExampleWeb;
let own: string;
let form: string;
beforeAll(async () => {
  desk = await openExampleDesk();
  web = await openExampleWeb(desk.wiring);
  own = `/activity/${desk.snapshot.id}/X81001`;
  form = `${own}/patient`;
});
afterAll(() => desk.close());

const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const lookUps = () => desk.record.past("look-up/X81001");
const lastLookUp = async () => ((await lookUps()).at(-1)?.data ?? {}) as unknown as PatientLookedUp;

describe("leading rows back to a patient", () => {
  test("shows the rows of that patient which loading has under the same pseudonym, the practice's own only", async () => {
    const { status, to } = await web.send(form, { ...ASKED, nhsNumber: "999-000-0034" }, "manager");
    expect(status).toBe(303);
    const words = wordsOf((await web.visit(to ?? "", "manager")).html);
    expect(words).toContain("4 rows of the patient who was looked up.");
    for (const row of ["S1-2008-04", "S1-2008-05", "S4-2008-04", "S4-2008-05"]) expect(words).toContain(row);
    for (const other of ["S22-2008-04", "S333-2008-04", "S5-2008-04", "O1-2008-04"]) expect(words).not.toContain(other);
  });

  test("is on record before anything is shown: who, where, what for and how many rows, and never for whom", async () => {
    const before = (await lookUps()).length;
    const { to } = await web.send(form, { ...ASKED, sort: "record" }, "lead");
    const events = await lookUps();
    expect(events).toHaveLength(before + 1);
    const last = events.at(-1);
    expect(last).toMatchObject({ type: "PatientLookedUp", actor: "lead", data: { practice: "X81001", rows: 4 } });
    expect(to).toBe(`${form}/${last?.id}`);
    const { reason, pseudonym } = await lastLookUp();
    expect(await desk.record.text(reason)).toBe(ASKED.reason);
    const secrets = [NUMBER, (await desk.record.text(pseudonym)) ?? "none"];
    const page = (await web.visit(to ?? "", "lead")).html;
    const told = JSON.stringify([events, web.logged, last && describeLookUp(last), to, page]);
    for (const secret of [...secrets, ASKED.nhsNumber]) expect(told).not.toContain(secret);
  });

  test("says in the register what for and by what role", async () => {
    const [event] = await lookUps();
    const said = event && describeLookUp(event);
    expect(said?.access).toMatchObject({
      what: "patient-link",
      organisation: "X81001",
      role: "practice manager",
      rows: 4,
    });
    expect(said?.says.at(-1)).toContain("to check what is charged for a patient; 4 rows found.");
  });

  test("is recorded where nothing is found, since that is an answer too", async () => {
    const { to } = await web.send(form, { ...ASKED, nhsNumber: "9990000042" }, "manager");
    expect(wordsOf((await web.visit(to ?? "", "manager")).html)).toContain("0 rows of the patient who was looked up.");
    expect((await lookUps()).at(-1)?.data).toMatchObject({ rows: 0 });
  });

  test("needs a number that checks out, a sort of reason and words; the number is not shown again", async () => {
    const before = (await lookUps()).length;
    const wrong = await web.send(form, { ...ASKED, nhsNumber: "9990000019" }, "manager");
    expect(wrong.status).toBe(422);
    expect(wordsOf(wrong.html)).toContain("its last one does not fit the others");
    expect(wrong.html).not.toContain("9990000019");
    const empty = await web.send(form, { nhsNumber: "", sort: "", reason: " " }, "manager");
    for (const words of ["Enter the patient's NHS number", "Choose what it is for", "Say why"]) {
      expect(wordsOf(empty.html).replaceAll("&#x27;", "'")).toContain(words);
    }
    expect(await lookUps()).toHaveLength(before);
  });

  test("is for the people of that very practice alone; what others send is refused and told", async () => {
    for (const person of ["peer", "chair", "finance", "information", "committee", "region"] as const) {
      expect((await web.visit(form, person)).status, person).toBe(403);
    }
    const told = web.refusals.length;
    const token = /name="_token" value="([^"]+)"/.exec((await web.visit("/who", "finance")).html)?.[1] ?? "";
    const refused = await web.send(form, ASKED, "finance", token);
    expect(refused.status).toBe(403);
    expect(web.refusals.slice(told)).toMatchObject([
      { person: { id: "finance" }, permission: "activity.patient", subject: { organisation: "X81001" } },
    ]);
    expect(JSON.stringify(web.refusals)).not.toContain(ASKED.nhsNumber);
  });

  test("is open to who made it only, on the day; then the pseudonym is erased with the next", async () => {
    const { to } = await web.send(form, ASKED, "manager");
    expect((await web.visit(to ?? "", "lead")).status).toBe(404);
    const { pseudonym } = await lastLookUp();
    const tomorrow = await openExampleWeb(desk.wiring, new Date("2009-05-02T09:00:00Z"));
    expect((await tomorrow.visit(to ?? "", "manager")).status).toBe(404);
    await tomorrow.send(form, ASKED, "manager");
    expect(await desk.record.text(pseudonym)).toBe(undefined);
    expect((await desk.record.verify()).faults).toEqual([]);
  });

  test("is offered where the practice looks at its rows, and to nobody else", async () => {
    const rows = `${own}/emergency/rows?currency=AA22C`;
    for (const address of [own, rows]) {
      expect((await web.visit(address, "manager")).html).toContain(`href="${form}"`);
      expect((await web.visit(address, "finance")).html).not.toContain(form);
    }
  });
});
