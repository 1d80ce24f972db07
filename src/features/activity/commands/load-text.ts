import { loadRefusalWords, type Outcome, type Progress, type Report } from "#platform/lake/index.ts";
import { count } from "#platform/web/words/amounts.ts";
import { fateText } from "../views/load-words.ts";
import { many } from "../views/words.ts";

const STEPS: { readonly [S in Progress["step"]]: string } = {
  looking: "looking at it",
  reading: "reading",
  checking: "checking",
  writing: "writing",
};

/** How far a file is: `april.csv: reading, 12,000 rows`. */
export function progressText(file: string, { step, rows }: Progress): string {
  return `${file}: ${STEPS[step]}${rows === undefined ? "" : `, ${many(rows, "row")}`}`;
}

/** What became of a file, as lines for a terminal. */
export function outcomeLines(file: string, outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case "published":
      return [`${file}: published as load ${outcome.load}.`, ...reportLines(outcome.report)];
    case "checked":
      return [`${file}: checked; nothing was published.`, ...reportLines(outcome.report)];
    case "unchanged":
      return [`${file}: loaded before in the same way, as load ${outcome.load}. Nothing has changed.`];
    case "refused":
      return [
        `${file}: ${outcome.refused.map(loadRefusalWords).join(" ")}`,
        ...(outcome.report === undefined ? [] : reportLines(outcome.report)),
      ];
  }
}

function reportLines({
  title,
  dataset,
  rows,
  findings,
  totals,
  notes,
  extraColumns,
  rejectedTo,
  rejectedBeyond,
}: Report) {
  return [
    `  Taken for ${dataset}, in the layout ${title}.`,
    `  ${fateText(rows)}`,
    ...findings.flatMap(({ what, todo, rows: found, weight, column, examples }) => [
      `  ${weight === "reject" ? "Rejected" : "Flagged"}, ${many(found, "row")}: ${column === undefined ? "" : `${column}: `}${what} ${todo}`,
      ...examples.map(
        ({ line, value }) => `    line ${count(line)}${value === undefined || value === "" ? "" : `: ${value}`}`,
      ),
    ]),
    ...totals.map(
      ({ of, said, found, agrees }) =>
        `  Total of ${of}: ${found}${agrees ? ", as its sender says" : `, but its sender says ${said}`}.`,
    ),
    ...(rejectedBeyond === undefined
      ? []
      : [
          `  More than ${rejectedBeyond / 100}% of its rows are rejected: it is published only with a reason, --despite.`,
        ]),
    ...notes.map((note) => `  ${note}`),
    ...(extraColumns.length === 0 ? [] : [`  These columns were not read: ${extraColumns.join(", ")}.`]),
    ...(rejectedTo === undefined ? [] : [`  Rejected rows, to be corrected and loaded again: ${rejectedTo}`]),
  ];
}
