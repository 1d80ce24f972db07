import { type Explanation, figureAt } from "#kernel/explanation.ts";
import { NotFound } from "#platform/access/errors.ts";
import { type Page, page } from "#platform/web/page.ts";
import { type RowAsked, readRow } from "../reading/activity-behind.ts";
import { rowsSubject } from "../reading/asked-activity.ts";
import { rowPath } from "../views/addresses.ts";
import { rowCommand } from "../views/row-command.ts";
import { NoPriceView, PriceWhyView } from "../views/row-price.view.tsx";
import type { ActivityWiring } from "../wiring.ts";
import { type PointPlace, pointPlace } from "./point-place.ts";

/** Why one row's price is what it is: where every figure of a budget that rests on activity ends. */
export function rowPricePage(wiring: ActivityWiring): Page<"activity.rows"> {
  return page(
    "/activity/:snapshot/:practice/:pod/row",
    { permission: "activity.rows", subject: (params, _query, sight) => rowsSubject(wiring, params, sight) },
    async ({ params, query, sight }) => {
      const point = await pointPlace(wiring, { params, query, sight });
      const asked = rowAsked(point, query);
      const of = `${point.title}, line ${asked.sourceRow} of load ${asked.load}`;
      const row = await readRow(wiring, asked);
      if (row === undefined) throw new NotFound(`${point.name} has no such row: ${of}.`);
      const back = { ...point.own, text: `All of ${point.title}` };
      const around = {
        section: "care",
        trail: [...point.trail, point.own],
        place: { name: point.name, detail: params.practice },
        madeUp: wiring.madeUp,
      };
      if (row.kind === "unpriced") {
        return {
          ...around,
          title: "Why a row has no price",
          body: <NoPriceView {...{ of, back }} status={row.status} />,
        };
      }
      const at = addressIn(query);
      const figure = figureAt(row.price, at);
      if (figure === undefined) throw new NotFound(`The price of the row has no figure at ${at.join("/")}.`);
      return {
        ...around,
        title: `Why: ${figure.label}`,
        body: <PriceWhyView {...whyProps(point, asked, at)} {...{ of, figure, back }} />,
      };
    },
  );
}

function rowAsked({ asked }: PointPlace, query: URLSearchParams): RowAsked {
  const [load, row] = [query.get("load") ?? "", Number(query.get("row") ?? "")];
  if (load === "" || !Number.isSafeInteger(row) || row < 1) throw new NotFound("The address names no row of a load.");
  return { ...asked, load, sourceRow: row };
}

function addressIn(query: URLSearchParams): readonly string[] {
  const at = query.get("at") ?? "";
  return at === "" ? [] : at.split("/");
}

function whyProps({ place }: PointPlace, asked: RowAsked, at: readonly string[]) {
  const { load, sourceRow: row, pointOfDelivery } = asked;
  return {
    whyOf: (input: Explanation) => rowPath(place, pointOfDelivery, { load, row, at: [...at, input.id] }),
    command: rowCommand(place, pointOfDelivery, { load, row, at }),
  };
}
