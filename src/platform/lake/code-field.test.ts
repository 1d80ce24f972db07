import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, LIST, listValue, openEngine, VARCHAR } from "#platform/engine/index.ts";
import { type CodeForm, codes } from "./code-field.ts";

const PADDED: CodeForm = {
  form: "[A-Z][0-9]{2}[0-9X]",
  example: "J459",
  without: ".",
  padding: { length: 3, with: "X" },
  cutTo: 4,
};
const PLAIN: CodeForm = { form: "[A-Z][0-9]{2}[0-9]?", example: "F341" };

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ folders: [], threads: 1 });
});
afterAll(() => engine.close());

/** The codes of texts as the field reads them: the value and whether all could be read. */
async function read(of: CodeForm, texts: readonly string[]): Promise<readonly (readonly [string | null, boolean])[]> {
  const field = codes("codes", of, { empties: ["-"] });
  const steps = field.steps?.(["v"]) ?? [];
  const names = steps.map((_, at) => `step_${at}`);
  const worked = steps.map((step, at) => `${step} AS ${names[at]}`).join(", ");
  const sql = `SELECT ${field.value(names)}, NOT ${field.unfit?.(names)} FROM (SELECT ${worked} FROM (SELECT unnest($texts) AS v))`;
  return engine.within(async (connection) => {
    const answer = await connection.runAndReadAll(sql, { texts: listValue([...texts]) }, { texts: LIST(VARCHAR) });
    return answer.getRows().map(([value, fits]) => [value === null ? null : String(value), fits === true] as const);
  });
}

/** The same, said plainly: part by part. */
function naively({ form, without = "", padding, cutTo }: CodeForm, text: string): readonly [string | null, boolean] {
  const parts = text.split(/[ ,;\t]+/).filter((part) => part !== "" && part !== "-");
  const tidy = parts.map((part) => {
    const bare = [...part.toUpperCase()].filter((character) => !without.includes(character)).join("");
    const cut = bare.slice(0, cutTo);
    return cut.length === padding?.length ? cut + padding.with : cut;
  });
  const sound = tidy.filter((part) => new RegExp(`^(?:${form})$`).test(part));
  return [sound.length === 0 ? null : sound.join(" "), sound.length === tidy.length];
}

test("a list of codes is read alike whether as a whole or part by part", async () => {
  const text = fc.array(fc.constantFrom(..."JEje0459X.-+, ;\t_"), { maxLength: 16 }).map((all) => all.join(""));
  const list = fc.array(fc.stringMatching(/^[A-Z][0-9]{2,4}$/), { maxLength: 4 }).map((all) => all.join(" "));
  const texts = fc.sample(fc.oneof(text, list), { numRuns: 4000, seed: 1 });
  for (const of of [PADDED, PLAIN]) {
    expect(await read(of, texts)).toEqual(texts.map((each) => naively(of, each)));
  }
});

test("a diagnosis loses its dot, gains an X where it is short and is cut where it is long", async () => {
  expect(await read(PADDED, ["j45.9, E86;I10- K12", "S7200 E86", "-", "rubbish"])).toEqual([
    ["J459 E86X K12X", false],
    ["S720 E86X", true],
    [null, true],
    [null, false],
  ]);
});
