import { dayInLondon } from "#kernel/period.ts";
import { type Page, page } from "#platform/web/page.ts";
import { ALL_LOADS, titlesOf } from "../reading/all-loads.ts";
import { askedBoard, shownOf } from "../reading/asked-board.ts";
import { readLoadBoard } from "../reading/load-board.ts";
import { loadsPath } from "../views/addresses.ts";
import { askedFile } from "../views/figure-table.tsx";
import { LoadBoardView } from "../views/load-board.view.tsx";
import { loadBoardTable } from "../views/load-board-table.tsx";
import type { ActivityWiring } from "../wiring.ts";

/** What is expected of each PCT in sight by when, what came and what is late. */
export function loadBoardPage(wiring: ActivityWiring): Page<"loads.view"> {
  return page(
    "/loads/board",
    { permission: "loads.view", subject: () => ALL_LOADS },
    async ({ query, path, sight, now }) => {
      const said = { asOf: query.get("as_of") ?? "", pct: query.get("pct") ?? "", all: query.get("show") === "all" };
      const asked = askedBoard(said, dayInLondon(now));
      const all = await readLoadBoard(wiring, { sight, asOf: asked.asOf });
      const directory = await wiring.directory();
      const nameOf = (pct: string) => directory.organisation(pct).name;
      const rows = shownOf(all, asked);
      const caption = "What is expected, the longest overdue first";
      const table = loadBoardTable({ rows, titleOf: titlesOf(wiring.lake), nameOf, caption });
      const pcts = [...new Set(all.map(({ pct }) => pct))].map((pct) => ({ value: pct, text: nameOf(pct) }));
      return (
        askedFile("loads-board", table, query) ?? {
          title: "Expected, arrived and late loads",
          section: "care",
          trail: [{ text: "What was loaded", href: loadsPath() }],
          madeUp: wiring.madeUp,
          body: (
            <LoadBoardView
              {...{ all, table, pcts, path, query, ...asked }}
              rules="/rules/arrival.activity-final-days"
            />
          ),
        }
      );
    },
  );
}
