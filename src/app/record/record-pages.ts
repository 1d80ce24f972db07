import type { Page } from "#platform/web/page.ts";
import { digestsPage } from "./pages/digests.page.tsx";
import { exportPages } from "./pages/export.page.tsx";
import { searchPages } from "./pages/search.page.tsx";
import type { RecordWiring } from "./wiring.ts";

/** The pages of the record: searched, exported, and the heads of its months. */
export function recordPages(wiring: RecordWiring): readonly Page<"record.search" | "anyone">[] {
  return [...searchPages(wiring), ...exportPages(wiring), digestsPage(wiring)];
}
