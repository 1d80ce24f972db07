import { dataset, intake } from "#platform/lake/index.ts";
import {
  tariffAdmittedLayout,
  tariffEmergencyLayout,
  tariffMarketForcesLayout,
  tariffOutpatientLayout,
} from "../layouts/national-tariff.ts";
import {
  admittedPricesLayout,
  emergencyPricesLayout,
  marketForcesLayout,
  outpatientPricesLayout,
} from "../layouts/plain-prices.ts";
import { plainRows, tariffRows } from "../shapes/line-shapes.ts";
import { admittedPriceTable, emergencyPriceTable, marketForcesTable, outpatientPriceTable } from "../tables.ts";

const OPEN = "Prices are published for the whole country.";

/** Prices of admitted care: plain files, and the national tariff's workbook. */
export const admittedPrices = dataset({
  table: admittedPriceTable,
  title: "Prices of admitted care",
  intakes: [
    intake({
      layout: admittedPricesLayout,
      shape: plainRows("admitted-price-rows", admittedPricesLayout, admittedPriceTable),
      key: ["price_year", "hrg"],
    }),
    intake({
      layout: tariffAdmittedLayout,
      shape: tariffRows("admitted-price-rows", tariffAdmittedLayout, admittedPriceTable),
      key: ["hrg"],
    }),
  ],
  findings: {},
  order: ["price_year", "hrg"],
  needs: [],
  open: OPEN,
});

/** Prices of outpatient attendances: plain files, and the national tariff's workbook. */
export const outpatientPrices = dataset({
  table: outpatientPriceTable,
  title: "Prices of outpatient attendances",
  intakes: [
    intake({
      layout: outpatientPricesLayout,
      shape: plainRows("outpatient-price-rows", outpatientPricesLayout, outpatientPriceTable),
      key: ["price_year", "treatment_function"],
    }),
    intake({
      layout: tariffOutpatientLayout,
      shape: tariffRows("outpatient-price-rows", tariffOutpatientLayout, outpatientPriceTable),
      key: ["treatment_function"],
    }),
  ],
  findings: {},
  order: ["price_year", "treatment_function"],
  needs: [],
  open: OPEN,
});

/** Prices of accident and emergency attendances: plain files, and the national tariff's workbook. */
export const emergencyPrices = dataset({
  table: emergencyPriceTable,
  title: "Prices of A&E attendances",
  intakes: [
    intake({
      layout: emergencyPricesLayout,
      shape: plainRows("emergency-price-rows", emergencyPricesLayout, emergencyPriceTable),
      key: ["price_year", "hrg"],
    }),
    intake({
      layout: tariffEmergencyLayout,
      shape: tariffRows("emergency-price-rows", tariffEmergencyLayout, emergencyPriceTable),
      key: ["hrg"],
    }),
  ],
  findings: {},
  order: ["price_year", "hrg"],
  needs: [],
  open: OPEN,
});

/** Market forces factors by provider: plain files, and the national tariff's workbook. */
export const marketForces = dataset({
  table: marketForcesTable,
  title: "Market forces factors",
  intakes: [
    intake({
      layout: marketForcesLayout,
      shape: plainRows("market-forces-rows", marketForcesLayout, marketForcesTable),
      key: ["price_year", "provider"],
    }),
    intake({
      layout: tariffMarketForcesLayout,
      shape: tariffRows("market-forces-rows", tariffMarketForcesLayout, marketForcesTable),
      key: ["provider"],
    }),
  ],
  findings: {},
  order: ["price_year", "provider"],
  needs: [],
  open: OPEN,
});
