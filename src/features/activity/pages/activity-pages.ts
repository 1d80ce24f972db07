import type { Page } from "#platform/web/page.ts";
import type { ActivityPermission } from "../grants.ts";
import type { ActivityWiring } from "../wiring.ts";
import { activityByCurrencyPage } from "./activity-by-currency.page.tsx";
import { activityRowsPage } from "./activity-rows.page.tsx";
import { checkedFileForm, checkedFilePage, rejectedRowsFile } from "./checked-file.page.tsx";
import { dataQualityPage } from "./data-quality.page.tsx";
import { loadBoardPage } from "./load-board.page.tsx";
import { loadFileForm, loadFilePage } from "./load-file.page.tsx";
import { loadPage, loadsPage } from "./loads.page.tsx";
import { patientForm, patientFormPage, patientRowsPage } from "./patient.page.tsx";
import { practiceActivityPage } from "./practice-activity.page.tsx";
import { publishedPage, publishedReleasePage } from "./published.page.tsx";
import { rowPricePage } from "./row-price.page.tsx";

/** The pages on activity, the loads it comes from and the quality of its data. */
export function pages(wiring: ActivityWiring): readonly Page<ActivityPermission>[] {
  return [
    practiceActivityPage(wiring),
    patientFormPage(wiring),
    patientForm(wiring),
    patientRowsPage(wiring),
    activityByCurrencyPage(wiring),
    activityRowsPage(wiring),
    rowPricePage(wiring),
    publishedPage(wiring),
    publishedReleasePage(wiring),
    dataQualityPage(wiring),
    loadsPage(wiring),
    loadBoardPage(wiring),
    loadPage(wiring),
    loadFilePage(wiring),
    loadFileForm(wiring),
    checkedFilePage(wiring),
    checkedFileForm(wiring),
    rejectedRowsFile(wiring),
  ];
}
