import { dayText } from "#platform/web/words/dates.ts";
import type { ChosenRun } from "../chosen-run.ts";
import { pctLineAddress } from "../figures.ts";
import { pctAddress, practiceAddress } from "../rules/address.ts";
import type { BudgetRun, PctLine } from "../rules/budget-run.ts";
import { pctPath } from "./addresses.ts";
import type { Changes } from "./changes.ts";
import type { Leads } from "./practice-tables.ts";
import { statusName } from "./run-words.ts";
import { absent, change, money, type Shown, type Table, tableOf, text } from "./shown.ts";
import { holderText, isOwnLine, LEVEL_WORDS, many, methodText, OWN_LINES, REASON_WORDS } from "./words.ts";

/** The envelope by line: what was devolved, what stays in budgets, what is held, and that nothing is left over. */
export function linesTable(run: BudgetRun, { why }: Leads): Table {
  const inEnvelope = new Set(stated(run));
  const lines = run.position.lines.filter(
    ({ line, practices, held }) => inEnvelope.has(line) || practices !== 0 || held !== 0,
  );
  const how = ({ line, method }: PctLine) => (isOwnLine(line) ? OWN_LINES[line] : methodText(method, run));
  const part = (line: PctLine, amount: number, name: Parameters<typeof pctLineAddress>[1]): Shown =>
    money(amount, amount === 0 && name !== "unallocated" ? undefined : why?.(pctLineAddress(line.line, name)));
  return tableOf({
    id: "lines",
    caption: `The envelope by line, ${run.year}`,
    counted: ["line", "lines"],
    rows: lines,
    rowKey: ({ line }) => line,
    columns: [
      { key: "line", heading: "Line", show: (line) => text(line.label, undefined, how(line)) },
      {
        key: "amount",
        heading: "Envelope",
        unit: "£",
        adds: true,
        show: ({ line, amount }) =>
          money(amount, inEnvelope.has(line) ? why?.(pctAddress("envelope", line)) : undefined),
      },
      {
        key: "devolved",
        heading: "Devolved",
        unit: "£",
        adds: true,
        show: (line) => part(line, line.devolved, "devolved"),
      },
      {
        key: "practices",
        heading: "In budgets",
        unit: "£",
        adds: true,
        show: (line) => part(line, line.practices, "budgets"),
      },
      { key: "held", heading: "Held", unit: "£", adds: true, show: (line) => part(line, line.held, "held") },
      {
        key: "unallocated",
        heading: "Unallocated",
        unit: "£",
        adds: true,
        pence: true,
        show: (line) => part(line, line.unallocated, "unallocated"),
      },
      {
        key: "level",
        heading: "Commissioned by",
        show: ({ line, level }) => (inEnvelope.has(line) ? text(LEVEL_WORDS[level]) : absent("not applicable")),
      },
    ],
  });
}

/** The lines that the envelope states. */
function stated({ position }: BudgetRun): readonly string[] {
  return position.figures.find(({ id }) => id === "envelope")?.inputs.map(({ id }) => id) ?? [];
}

/** What no practice holds: line, reason, holder. */
export function heldTable(run: BudgetRun, { why, nameOf }: Leads): Table {
  const labels = new Map(run.position.lines.map(({ line, label }) => [line, label]));
  return tableOf({
    id: "held",
    caption: "Held lines, and why",
    counted: ["held line", "held lines"],
    rows: run.position.heldLines,
    rowKey: ({ line, reason, holder }) => `${line}.${reason}.${holder.code}`,
    columns: [
      { key: "line", heading: "Line", show: ({ line }) => text(labels.get(line) ?? line) },
      { key: "reason", heading: "Why", show: ({ reason }) => text(REASON_WORDS[reason]) },
      { key: "holder", heading: "Held by", show: ({ holder }) => text(holderText(holder, nameOf)) },
      {
        key: "amount",
        heading: "Amount",
        unit: "£",
        adds: true,
        show: ({ amount, address }) => money(amount, why?.(address)),
      },
    ],
  });
}

/** A draft or an issued version beside what it changes. */
export interface RunListed {
  readonly chosen: Pick<ChosenRun, "key" | "status">;
  readonly budgets: number;
  readonly held: number;
  /** What it changes against the one it follows; nothing for the first, or where that is not worked out. */
  readonly changes?: Changes;
  readonly changesHref?: string;
  /** Who made or issued it, for those who work there. */
  readonly by?: string;
  /** Where a draft can be checked and issued. */
  readonly issueHref?: string;
}

/** Issued versions and drafts, the latest first, with what changed between them. */
export function runsTable(runs: readonly RunListed[]): Table {
  return tableOf({
    id: "runs",
    caption: "Issued versions and drafts",
    counted: ["version or draft", "versions and drafts"],
    rows: runs,
    rowKey: ({ chosen }) => statusName(chosen.status),
    columns: [
      { key: "name", heading: "Name", show: ({ chosen }) => runLink(chosen) },
      { key: "when", heading: "When", show: whenText },
      { key: "budgets", heading: "In budgets", unit: "£", show: ({ budgets }) => money(budgets) },
      { key: "held", heading: "Held", unit: "£", show: ({ held }) => money(held) },
      { key: "changes", heading: "What it changed", show: (run) => changesText(run) },
      {
        key: "next",
        heading: "What is next",
        show: ({ issueHref }) =>
          issueHref === undefined ? absent("not applicable") : text("Check and issue", issueHref),
      },
    ],
  });
}

function runLink({ key, status }: RunListed["chosen"]): Shown {
  const query = status.kind === "draft" ? { draft: status.draft.draft } : { version: String(status.version.version) };
  const more = status.kind === "draft" ? "not issued" : status.isLatest ? "in force" : "earlier";
  const name = statusName(status);
  return text(`${name.charAt(0).toUpperCase()}${name.slice(1)}`, pctPath(key.pct, key.year, "", query), more);
}

function whenText({ chosen: { status }, by }: RunListed): Shown {
  const who = by === undefined ? [] : [`by ${by}`];
  if (status.kind === "draft") return text(`made ${dayText(status.draft.madeOn)}`, undefined, who[0]);
  const { issuedOn, inForceFrom } = status.version;
  const more = [`in force from ${dayText(inForceFrom)}`, ...who].join(", ");
  return text(`issued ${dayText(issuedOn)}`, undefined, more);
}

function changesText({ changes, changesHref }: RunListed): Shown {
  if (changes === undefined) return text("the first");
  const count = changes.practices.length;
  return text(count === 0 ? "no practice's budget" : many(count, "practice"), changesHref);
}

/** Where the figures of two compared runs are explained, and where practices are shown. */
export interface ChangeLeads {
  readonly before?: (figure: string) => string;
  readonly after?: (figure: string) => string;
  readonly practice?: (code: string) => string;
}

/** What differs between two runs, practice by practice. */
export function changesTable(changes: Changes, leads: ChangeLeads = {}): Table {
  return tableOf({
    id: "changes",
    caption: "Practices whose budget differs",
    counted: ["practice", "practices"],
    rows: changes.practices,
    rowKey: ({ code }) => code,
    columns: [
      { key: "practice", heading: "Practice", show: ({ code, name }) => text(name, leads.practice?.(code), code) },
      {
        key: "before",
        heading: "Before",
        unit: "£",
        show: ({ code, before }) => amountOr(before, leads.before?.(practiceAddress(code, "budget"))),
      },
      {
        key: "after",
        heading: "After",
        unit: "£",
        show: ({ code, after }) => amountOr(after, leads.after?.(practiceAddress(code, "budget"))),
      },
      {
        key: "change",
        heading: "Change",
        unit: "£",
        adds: true,
        show: ({ before, after }) => change((after ?? 0) - (before ?? 0)),
      },
    ],
  });
}

/** What differs between two runs, line by line. */
export function changedLinesTable(changes: Changes): Table {
  return tableOf({
    id: "changed-lines",
    caption: "Lines whose money differs",
    counted: ["line", "lines"],
    rows: changes.lines,
    rowKey: ({ line }) => line,
    columns: [
      { key: "line", heading: "Line", show: ({ label }) => text(label) },
      {
        key: "before",
        heading: "In budgets before",
        unit: "£",
        show: ({ before }) => amountOr(before?.practices ?? null),
      },
      { key: "after", heading: "In budgets after", unit: "£", show: ({ after }) => amountOr(after?.practices ?? null) },
      { key: "held-before", heading: "Held before", unit: "£", show: ({ before }) => amountOr(before?.held ?? null) },
      { key: "held-after", heading: "Held after", unit: "£", show: ({ after }) => amountOr(after?.held ?? null) },
    ],
  });
}

function amountOr(amount: number | null, why?: string): Shown {
  return amount === null ? absent("not applicable") : money(amount, why);
}
