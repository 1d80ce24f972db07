import { dayInLondon } from "#kernel/period.ts";
import { type Verb, verb } from "#platform/cli/verb.ts";
import { ALL_LOADS, titlesOf } from "../reading/all-loads.ts";
import { askedBoard, shownOf } from "../reading/asked-board.ts";
import { readLoadBoard } from "../reading/load-board.ts";
import { tableLines } from "../views/figure-table.tsx";
import { boardSummary, loadBoardTable } from "../views/load-board-table.tsx";
import type { ActivityWiring } from "../wiring.ts";

/** Lists what is expected of each PCT by when, what came and what is late. */
export function loadsBoardVerb(wiring: ActivityWiring): Verb<"loads.view"> {
  return verb(
    {
      name: "loads board",
      summary: "List which files are expected by when, which came, and which are late or missing.",
      permission: "loads.view",
      subject: () => ALL_LOADS,
      options: {
        asOf: { about: "as of a day, such as 2008-05-06; today where left out", value: "day" },
        pct: { about: "only of a PCT, by its code", value: "pct" },
        all: { about: "those too that are here and final" },
      },
    },
    async ({ options: { asOf, pct, all }, sight }, { now }) => {
      const said = { ...(asOf !== undefined && { asOf }), ...(pct !== undefined && { pct }), all };
      const asked = askedBoard(said, dayInLondon(now()));
      const expected = await readLoadBoard(wiring, { sight, asOf: asked.asOf });
      const rows = shownOf(expected, asked);
      const directory = await wiring.directory();
      const nameOf = (code: string) => directory.organisation(code).name;
      const caption = `What is expected, as of ${asked.asOf}`;
      const table = loadBoardTable({ rows, titleOf: titlesOf(wiring.lake), nameOf, caption });
      return {
        text: [boardSummary(expected), ...(rows.length === 0 ? [] : tableLines(table))],
        data: { ...asked, expected: rows },
      };
    },
  );
}
