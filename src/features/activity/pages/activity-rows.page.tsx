import { NotFound } from "#platform/access/errors.ts";
import { type Page, page } from "#platform/web/page.ts";
import { activityOf } from "../drill/drill-down.ts";
import { inTime, type RowsAsked, type RowsPage, readRows } from "../reading/activity-behind.ts";
import { rowsSubject } from "../reading/asked-activity.ts";
import { ActivityRowsView, rowsTable } from "../views/activity-rows.view.tsx";
import { patientPath, rowPath, rowsPath } from "../views/addresses.ts";
import { askedFile } from "../views/figure-table.tsx";
import { TooLongView } from "../views/too-long.view.tsx";
import { currencyWord } from "../views/words.ts";
import type { ActivityWiring } from "../wiring.ts";
import { ownPractice } from "./patient.page.tsx";
import { lessThan, type PointPlace, pointPlace } from "./point-place.ts";

/** The rows behind one HRG or treatment function, for those who may see rows. */
export function activityRowsPage(wiring: ActivityWiring): Page<"activity.rows"> {
  return page(
    "/activity/:snapshot/:practice/:pod/rows",
    { permission: "activity.rows", subject: (params, _query, sight) => rowsSubject(wiring, params, sight) },
    async ({ params, query, path, sight, may, person, by }) => {
      const point = await pointPlace(wiring, { params, query, sight });
      const asked = rowsAsked(point, query);
      const title = titleOf(point, asked);
      const around = {
        title: `${title}, ${point.of}`,
        section: "care",
        trail: [...point.trail, point.own],
        place: { name: point.name, detail: params.practice },
        madeUp: wiring.madeUp,
      };
      const found = await inTime(() => readRows(wiring, asked));
      if (found === undefined) return { ...around, body: <TooLongView instead={lessThan(point)} /> };
      const { value } = found;
      if (value.rows.length === 0) throw new NotFound(`There are no such rows: ${title}, page ${asked.page}.`);
      const table = tableOf(point, asked, value);
      const file = askedFile(`rows-${params.practice}-${params.pod}`, table, query);
      if (file !== undefined) {
        const subject = await rowsSubject(wiring, params, sight);
        await wiring.used?.({ what: "row-download", rows: table.rows.length, object: path, person, subject, by });
        return file;
      }
      return {
        ...around,
        body: (
          <ActivityRowsView
            {...{ title, table, path, query, of: point.of, all: value, page: asked.page, pages: value.pages }}
            pageLink={(to) => rowsPath(point.place, asked.pointOfDelivery, { ...asked, page: to })}
            {...(may("activity.patient", ownPractice(params)) && { patient: patientPath(params) })}
            back={{ ...point.own, text: `All of ${point.title}` }}
          />
        ),
      };
    },
  );
}

function rowsAsked({ asked }: PointPlace, query: URLSearchParams): RowsAsked {
  const number = Number(query.get("page") ?? "1");
  return {
    ...asked,
    currency: query.get("currency"),
    provider: query.get("provider"),
    page: Number.isSafeInteger(number) && number > 0 ? number : 1,
  };
}

function titleOf({ title, directory }: PointPlace, { currency, provider, pointOfDelivery }: RowsAsked): string {
  const what = currency ?? `no ${currencyWord(pointOfDelivery)}`;
  const where = provider === null ? "" : ` at ${directory.organisations.get(provider)?.name ?? provider}`;
  return `${title}: ${what}${where}`;
}

function tableOf({ place, directory }: PointPlace, asked: RowsAsked, { rows }: RowsPage) {
  return rowsTable({
    rows,
    isOneProvider: asked.provider !== null,
    hasStays: activityOf(asked.pointOfDelivery) === "spells",
    nameOf: (code) => directory.organisations.get(code)?.name ?? "Not in the directory",
    priceOf: ({ load, source_row: row, happened_on }) =>
      rowPath({ ...place, month: happened_on.slice(0, 7) }, asked.pointOfDelivery, { load, row }),
  });
}
