import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { joinMonths } from "./join-months.ts";

test("months of a financial year become one file with one header, and other files stay", () => {
  const folder = mkdtempSync(join(tmpdir(), "chilford-months-"));
  mkdirSync(join(folder, "spells"));
  for (const at of ["2006-03", "2006-04", "2006-05"]) writeFileSync(join(folder, "spells", `${at}.csv`), `id\n${at}\n`);
  const paths = ["spells/2006-05.csv", "spells/2006-03.csv", "lists.csv", "spells/2006-04.csv"];
  expect(joinMonths(folder, paths)).toEqual(["lists.csv", "years/spells-2005-06.csv", "years/spells-2006-07.csv"]);
  expect(readFileSync(join(folder, "years/spells-2006-07.csv"), "utf8")).toBe("id\n2006-04\n2006-05\n");
  rmSync(folder, { recursive: true });
});
