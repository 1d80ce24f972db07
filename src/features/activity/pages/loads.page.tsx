import { NotFound } from "#platform/access/errors.ts";
import { type Page, page } from "#platform/web/page.ts";
import { ALL_LOADS, titlesOf } from "../reading/all-loads.ts";
import { findingWords } from "../reading/finding-words.ts";
import { loadFilePath, loadsPath } from "../views/addresses.ts";
import { askedFile } from "../views/figure-table.tsx";
import { findingsTable } from "../views/findings-table.tsx";
import { LoadsView, LoadView } from "../views/loads.view.tsx";
import { loadsTable } from "../views/loads-table.tsx";
import type { ActivityWiring } from "../wiring.ts";

/** Everything that was loaded, the newest first. */
export function loadsPage({ lake, madeUp }: ActivityWiring): Page<"loads.view"> {
  return page(
    "/loads",
    { permission: "loads.view", subject: () => ALL_LOADS },
    async ({ query, path, may, sight, person }) => {
      const chosen = query.get("dataset") ?? "";
      const datasets = lake.datasets.map((each) => ({ value: each.table.name, text: each.title }));
      if (chosen !== "" && !datasets.some(({ value }) => value === chosen)) {
        throw new NotFound(`There is no dataset called ${chosen}.`);
      }
      const loads = await lake.loads({ sight, person: person.id, ...(chosen !== "" && { dataset: chosen }) });
      const caption = "Loads, the newest first";
      const table = loadsTable({ loads, titleOf: titlesOf(lake), caption, isAllMadeUp: madeUp !== false });
      return (
        askedFile("loads", table, query) ?? {
          title: "What was loaded",
          section: "care",
          madeUp,
          ...(chosen !== "" && { recordedAs: `lake/${chosen}` }),
          body: <LoadsView {...{ table, datasets, chosen, path, query }} mayLoad={may("loads.publish", ALL_LOADS)} />,
        }
      );
    },
  );
}

const NEWS: Readonly<Record<string, string>> = {
  published:
    "Published. Figures count these rows from now on; a draft of budgets takes them when it is next worked out.",
  unchanged: "This very file was loaded before in the same way, as shown here. Nothing has changed.",
};

/** One load: what it is, how its rows fared, and why. */
export function loadPage({ lake, madeUp }: ActivityWiring): Page<"loads.view"> {
  return page("/loads/:load", { permission: "loads.view", subject: () => ALL_LOADS }, async (visit) => {
    const { params, query, path, may, sight, person } = visit;
    const [load] = await lake.loads({ sight, person: person.id, load: params.load });
    if (load === undefined) throw new NotFound(`Nothing was loaded under the name ${params.load}.`);
    const findings = findingWords(lake, load);
    const file = askedFile(`load-${load.load}`, findingsTable(findings, ""), query);
    if (file !== undefined) return file;
    const news = NEWS[query.get("news") ?? ""];
    const correct = { text: "Hand in its rejected rows, corrected", href: loadFilePath(load.load) };
    return {
      title: load.fileName,
      section: "care",
      trail: [{ text: "What was loaded", href: loadsPath() }],
      recordedAs: `lake/${load.dataset}`,
      madeUp,
      body: (
        <LoadView
          {...{ load, path, query }}
          title={titlesOf(lake)(load.dataset)}
          findings={findings}
          {...(news !== undefined && { news })}
          {...(may("loads.publish", ALL_LOADS) && { correct })}
        />
      ),
    };
  });
}
