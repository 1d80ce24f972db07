import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadSources } from "./files/folders.ts";
import { paragraphAt, readCitation } from "./rules/source-document.ts";

const sources = loadSources("docs/sources");
const rows = readFileSync("docs/glossary.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("every term of the glossary cites a paragraph that exists, or another term", () => {
  expect(rows.length).toBeGreaterThan(50);
  const terms = rows.map(([, term]) => term);
  for (const [, term, meaning = "", cited = ""] of rows) {
    const source = readCitation(cited);
    const other = /^See (.+)\.$/.exec(meaning)?.[1];
    const leads = source === undefined ? terms.includes(other) : paragraphAt(sources, source) !== undefined;
    const isKnown = leads || terms.some((known) => known?.toLowerCase() === other?.toLowerCase());
    expect(isKnown, `${term} cites ${cited}`).toBe(true);
  }
});

test("terms stand in alphabetical order, each once", () => {
  const terms = rows.map(([, term = ""]) => term);
  const inOrder = [...new Set(terms)].toSorted((a, b) => a.localeCompare(b, "en", { sensitivity: "base" }));
  expect(terms).toEqual(inOrder);
});
