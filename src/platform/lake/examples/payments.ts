import {
  day as dayColumn,
  model,
  optional,
  table,
  text as textColumn,
  whole as wholeColumn,
} from "#platform/engine/index.ts";
import { ageOn, code, dataset, day, FOUND, intake, layout, outward, pounds, pseudonym, text } from "../index.ts";

const shopTable = table("shop", { shop: textColumn, area: textColumn, opened_on: optional(dayColumn) });

const paymentTable = table("payment", {
  month: textColumn,
  area: textColumn,
  load: textColumn,
  source_row: wholeColumn,
  flags: textColumn,
  number: textColumn,
  shop: textColumn,
  person: optional(textColumn),
  age: optional(wholeColumn),
  district: optional(textColumn),
  paid_on: dayColumn,
  amount_pence: wholeColumn,
});

const shopLayout = layout("shops", "Shops", {
  shop: code("shop", { form: "S[0-9]{2}", example: "S01" }),
  area: text("area"),
  opened_on: day("opened", { required: false }),
});

/** Shops, against which payments are checked. */
export const shops = dataset({
  table: shopTable,
  title: "Shops",
  intakes: [
    intake({
      layout: shopLayout,
      shape: model(new URL("shop-rows.sql", import.meta.url), {
        reads: { staged: shopLayout.staged },
        takes: {},
        gives: { source_row: wholeColumn, ...shopTable.columns },
      }),
      key: ["shop"],
    }),
  ],
  findings: {},
  order: ["shop"],
  needs: [],
  open: "Where shops are is written on their doors.",
});

const paymentLayout = layout("payments", "Payments", {
  number: text(["number", "payment number"]),
  shop: code("shop", { form: "S[0-9]{2}", example: "S01" }),
  person: pseudonym("person", { checked: "modulus 11", required: false, wrong: "flag" }),
  age: ageOn("born", "paid_on", { required: false, wrong: "flag", empties: ["1800-01-01"] }),
  district: outward("postcode", { required: false, wrong: "flag" }),
  paid_on: day("paid_on", { empties: ["1800-01-01"] }),
  amount_pence: pounds("amount"),
});

const { load, flags, ...shaped } = paymentTable.columns;

/** Payments: a dataset of every sort of column, for the lake's own tests. */
export const payments = dataset({
  table: paymentTable,
  title: "Payments",
  intakes: [
    intake<"unknown-shop" | "not-open-yet" | "same-day">({
      layout: paymentLayout,
      shape: model(new URL("payment-rows.sql", import.meta.url), {
        reads: { staged: paymentLayout.staged, shops: shopTable },
        takes: {},
        gives: {
          source_row: wholeColumn,
          month: shaped.month,
          area: shaped.area,
          number: shaped.number,
          shop: shaped.shop,
          person: shaped.person,
          age: shaped.age,
          district: shaped.district,
          paid_on: shaped.paid_on,
          amount_pence: shaped.amount_pence,
        },
      }),
      checks: [
        {
          model: model(new URL("payment-shops.sql", import.meta.url), {
            reads: { staged: paymentLayout.staged, shops: shopTable },
            takes: {},
            gives: FOUND,
          }),
          finds: ["unknown-shop", "not-open-yet"],
        },
      ],
      rowChecks: [
        {
          model: model(new URL("payment-pairs.sql", import.meta.url), {
            reads: { rows: paymentTable },
            takes: {},
            gives: FOUND,
          }),
          finds: ["same-day"],
        },
      ],
      key: ["shop", "number"],
    }),
  ],
  findings: {
    "unknown-shop": {
      weight: "flag",
      field: "shop",
      what: "No such shop is known.",
      why: "It belongs to no area.",
      todo: "Load the shop, or correct its code.",
    },
    "not-open-yet": {
      weight: "reject",
      field: "paid_on",
      what: "The shop had not opened by that day.",
      why: "Nothing can have been paid there.",
      todo: "Correct the day or the shop.",
    },
    "same-day": {
      weight: "flag",
      field: "person",
      what: "The same person paid twice on one day.",
      why: "One of the payments may be a copy.",
      todo: "Ask the shop.",
    },
  },
  order: ["shop", "paid_on"],
  month: "month",
  owner: "area",
  needs: ["shop"],
});
