import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import { pctAddress } from "../address.ts";
import type { PracticeInput } from "../budget-input.ts";
import { pointerTo } from "../figure-reference.ts";
import type { Standing } from "../standing.ts";
import { known, stated } from "../stated.ts";
import type { Weights } from "../weights.ts";
import { applied, type Basis, type DevolvedLine, type LineToDevolve, sharedByWeight } from "./devolved-line.ts";
import { fitToLine } from "./fit-to-line.ts";

interface Pots {
  readonly total: Explanation;
  readonly byHistory: Explanation;
  readonly byFormula: Explanation;
}

/**
 * Prescribing by its own formula: last year's spend with prescribing's own uplift, shared by prescribing units; by rule, a
 * part of it may follow last year's spend instead. Fitted to the line as history is. Source: 003 ¶A1-6, ¶A1-18.
 */
export function byPrescribingFormula(target: LineToDevolve, basis: Basis): DevolvedLine {
  const units = basis.weigh("prescribing-units");
  const spend = spendOfAll(basis.standings);
  const pots = potsOf(spend, basis);
  const shares = [
    sharedByWeight({ id: "by-formula", label: "Share by prescribing units" }, pointer(pots.byFormula), units),
    ...sharesByHistory(pots, spend, basis),
  ];
  const expected = new Map(
    [...units.keys()].map((code) => [
      code,
      expectedOf(
        shares.map((share) => known(share.get(code), `The prescribing share of ${code}`)),
        basis,
      ),
    ]),
  );
  const fitted = fitToLine(target, { expected, spread: units, restLabel: "prescribing beyond the formula's total" });
  return {
    practices: fitted.practices,
    figures: [spend, pots.total, pots.byHistory, pots.byFormula, ...fitted.figures],
  };
}

function expectedOf(parts: readonly Explanation[], { rules }: Basis): Explanation {
  const sentence = "This part of the prescribing total follows last year's spend; the rest follows prescribing units.";
  const cautions = parts.flatMap(({ caution }) => caution ?? []);
  const named = {
    id: "expected",
    label: "Prescribing by formula",
    ...applied(sentence, rules.prescribingHistoryShare),
    ...(cautions[0] !== undefined && { caution: cautions[0] }),
    changedBy: "Its patients by age and sex, last year's prescribing in all, or the uplift for prescribing.",
  };
  return workedOut(named, "pence", "sum", parts);
}

/** The shares of what follows last year's spend; none where the rule leaves all to the formula. */
function sharesByHistory(pots: Pots, spend: Explanation, basis: Basis): readonly ReadonlyMap<string, Explanation>[] {
  if (basis.rules.prescribingHistoryShare.value === 0) return [];
  const named = { id: "by-history", label: "Share by last year's spend" };
  return [sharedByWeight(named, pointer(pots.byHistory), spendWeights(spend, basis))];
}

/** Last year's spend of all practices, those since closed included, since their patients are prescribed for elsewhere. */
function spendOfAll(standings: ReadonlyMap<string, Standing>): Explanation {
  const all = [...standings.values()].flatMap(({ practice, predecessors }) => [practice, ...predecessors]);
  return workedOut(
    { id: "prescribing-spend", label: "Last year's prescribing, all practices" },
    "pence",
    "sum",
    all.flatMap(spendOf),
  );
}

function spendOf({ code, name, prescribingSpend }: PracticeInput): readonly Explanation[] {
  if (prescribingSpend === undefined) return [];
  return [stated({ id: code, label: `Last year's prescribing, ${name}` }, "pence", prescribingSpend)];
}

function potsOf(spend: Explanation, { prescribingUplift, rules }: Basis): Pots {
  const named = { id: "prescribing-total", label: "Last year's prescribing with its own uplift" };
  const total = workedOut(named, "pence", "uplift", [pointer(spend), prescribingUplift]);
  const rate = given(
    { id: "rate", label: "Part that follows history" },
    "basis points",
    rules.prescribingHistoryShare.value,
  );
  const historyNamed = { id: "prescribing-by-history", label: "Part of the total that follows last year's spend" };
  const byHistory = workedOut(historyNamed, "pence", "part", [pointer(total), rate]);
  const formulaNamed = { id: "prescribing-by-formula", label: "Part of the total that follows prescribing units" };
  const byFormula = workedOut(formulaNamed, "pence", "difference", [pointer(total), pointer(byHistory)]);
  return { total, byHistory, byFormula };
}

/** Each open practice's own spend; one with none is taken to have spent as its prescribing units suggest. */
function spendWeights(spend: Explanation, { standings, weigh }: Basis): Weights {
  const units = weigh("prescribing-units");
  const caution = "It had no prescribing spend last year: its prescribing units stand in for it.";
  const standIns = sharedByWeight({ id: "spend", label: "Stand-in for its spend", caution }, pointer(spend), units);
  return new Map(
    [...units.keys()].map((code) => {
      const { practice, predecessors } = known(standings.get(code), code);
      const own = [practice, ...predecessors].flatMap(spendOf);
      const named = { id: "spend", label: "Its spend last year" };
      return [
        code,
        own.length === 0 ? known(standIns.get(code), `The stand-in of ${code}`) : workedOut(named, "pence", "sum", own),
      ];
    }),
  );
}

function pointer(figure: Explanation): Explanation {
  return pointerTo(figure, pctAddress(figure.id));
}
