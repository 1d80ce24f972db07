import { type Verb, verb } from "#platform/cli/verb.ts";
import { type ActivityAsked, inTime, readCurrencies } from "../reading/activity-behind.ts";
import { activitySubject, askedMonths, askedPoint, askedSnapshot, rowsSubject } from "../reading/asked-activity.ts";
import { audienceOf, showingTo } from "../reading/audience.ts";
import { readPracticeActivity } from "../reading/practice-activity.ts";
import { currencyTable } from "../views/currency-table.tsx";
import { tableLines } from "../views/figure-table.tsx";
import { monthTable, pointTable, unpricedTable } from "../views/practice-tables.tsx";
import { currencyWord, many, pointText, spanText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";
import { PLACE, placeOf } from "./place-options.ts";

/** Shows a practice's activity of a snapshot: by point of delivery, or what is behind one of them. */
export function activityShowVerb(wiring: ActivityWiring): Verb<"activity.view"> {
  return verb(
    {
      name: "activity show",
      summary: "Show what a practice's patients had, by point of delivery or by HRG and provider.",
      permission: "activity.view",
      subject: ({ options, sight }) => activitySubject(wiring, options, sight),
      options: {
        ...PLACE,
        pod: { about: "one point of delivery, such as day-case, by HRG and provider", value: "point" },
      },
    },
    async ({ options, sight, person, may, by }) => {
      const snapshot = await askedSnapshot(wiring, options.snapshot, sight);
      const span = askedMonths(snapshot, options.month);
      const { practice, pod } = options;
      if (pod === undefined) return allPoints(wiring, { snapshot, sight, practice, span });
      const mayOpenRows = may("activity.rows", await rowsSubject(wiring, options, sight));
      const audience = audienceOf(person, mayOpenRows);
      const showing = showingTo(wiring.rulebook, audience === "committee" ? "detail" : audience, snapshot, by.at);
      if (!showing.asItIs) return { refused: [`${showing.sentence} See activity releases.`] };
      return onePoint(wiring, { snapshot, sight, practice, span, pointOfDelivery: askedPoint(pod) });
    },
  );
}

async function allPoints(wiring: ActivityWiring, asked: Omit<ActivityAsked, "pointOfDelivery">) {
  const { snapshot, practice, span } = asked;
  const activity = await readPracticeActivity(wiring, asked);
  const place = placeOf(snapshot, practice, span);
  const { total } = activity;
  return {
    text: [
      `${practice}, ${spanText(span)}, at the prices of ${snapshot.budgetPrices}`,
      ...tableLines(pointTable(activity, place)),
      `${total.priced} priced + ${total.unpriced} not priced = ${total.loaded} loaded.`,
      ...(activity.unpriced.length === 0 ? [] : tableLines(unpricedTable(activity, place))),
      ...tableLines(monthTable(activity, place)),
    ],
    data: { snapshot: snapshot.id, practice, ...span, priceYear: snapshot.budgetPrices, ...activity },
  };
}

async function onePoint(wiring: ActivityWiring, asked: ActivityAsked) {
  const { snapshot, practice, span, pointOfDelivery } = asked;
  const found = await inTime(() => readCurrencies(wiring, asked));
  if (found === undefined) {
    return { refused: ["This took too long and was stopped. Ask for less: one month, with --month."] } as const;
  }
  const directory = await wiring.directory();
  const nameOf = (code: string) => directory.organisations.get(code)?.name ?? "Not in the directory";
  const table = currencyTable({ lines: found.value, currency: currencyWord(pointOfDelivery), nameOf });
  return {
    text: [
      `${practice}, ${pointText(pointOfDelivery)}, ${spanText(span)}, at the prices of ${snapshot.budgetPrices}: ${many(found.value.length, "line")}`,
      ...tableLines(table),
    ],
    data: { snapshot: snapshot.id, practice, ...span, pointOfDelivery, lines: found.value },
  };
}
