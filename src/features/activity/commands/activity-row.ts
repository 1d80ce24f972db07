import { figureAt } from "#kernel/explanation.ts";
import { NotFound } from "#platform/access/errors.ts";
import { type Outcome, type Verb, verb } from "#platform/cli/verb.ts";
import { whyText } from "#platform/web/words/why.ts";
import { readRow } from "../reading/activity-behind.ts";
import { askedMonths, askedPoint, askedSnapshot, rowsSubject } from "../reading/asked-activity.ts";
import type { PricedRow } from "../rules/priced-row.ts";
import { rowCommand } from "../views/row-command.ts";
import { statusText } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";
import { PLACE, placeOf } from "./place-options.ts";

/** Explains the price of one row of a snapshot's activity, or a figure in it. */
export function activityRowVerb(wiring: ActivityWiring): Verb<"activity.rows"> {
  return verb(
    {
      name: "activity row",
      summary: "Explain the price of one row, or a figure in it.",
      permission: "activity.rows",
      subject: ({ options, sight }) => rowsSubject(wiring, options, sight),
      options: {
        ...PLACE,
        pod: { about: "its point of delivery, such as day-case", value: "point", required: true },
        load: { about: "the load that brought it", value: "load", required: true },
        row: { about: "its line in the file", value: "line", required: true },
        at: { about: "a figure in its price, such as before-market-forces/base", value: "figure" },
      },
    },
    async ({ options, sight }) => {
      const snapshot = await askedSnapshot(wiring, options.snapshot, sight);
      const span = askedMonths(snapshot, options.month);
      const { practice, load } = options;
      const pointOfDelivery = askedPoint(options.pod);
      const sourceRow = Number(options.row);
      if (!Number.isSafeInteger(sourceRow) || sourceRow < 1)
        return { refused: [`${options.row} is not the line of a file.`] };
      const row = await readRow(wiring, { snapshot, sight, practice, span, pointOfDelivery, load, sourceRow });
      if (row === undefined) throw new NotFound(`${practice} has no such row: line ${sourceRow} of load ${load}.`);
      const at = options.at?.split("/") ?? [];
      return explained(
        row,
        at,
        rowCommand(placeOf(snapshot, practice, span), pointOfDelivery, { load, row: sourceRow, at }),
      );
    },
  );
}

function explained(row: PricedRow, at: readonly string[], command: string): Outcome {
  if (row.kind === "unpriced") {
    const { what, todo } = statusText(row.status);
    return { text: `The row has no price. ${what} ${todo}`.trim(), data: row };
  }
  const figure = figureAt(row.price, at);
  if (figure === undefined) throw new NotFound(`The price of the row has no figure at ${at.join("/")}.`);
  return { text: whyText(figure, command), data: { ...row, price: figure } };
}
