import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Cited } from "#kernel/cited.ts";
import { type Explanation, given, workedOut } from "#kernel/explanation.ts";
import { pence } from "#kernel/money.ts";
import { day } from "#kernel/period.ts";
import { whyText } from "../words/why.ts";
import { Figure, FigureLink, Headlines, Missing, Money } from "./amount.tsx";
import { type Column, DataTable } from "./data-table.tsx";
import { EmptyState } from "./empty-state.tsx";
import { FileField, Form, ProblemSummary, RadiosField, SelectField } from "./form.tsx";
import { numbersAround } from "./pages.tsx";
import { sorted } from "./table-order.ts";
import { TaskList } from "./task-list.tsx";
import { WhyView } from "./why-view.tsx";

const html = (node: ReactNode) => renderToStaticMarkup(node);
/** What a reader is told, without the tags. */
const words = (node: ReactNode) =>
  html(node)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("figures", () => {
  const figure = { label: "Hospital care", value: 4_020_115_00, unit: "pence" as const };

  it("are money in tabular digits", () => {
    expect(html(<Money amount={pence(-41_200_00)} />)).toBe('<span class="app-amount">−£41,200</span>');
  });

  it("lead to why, by a name that says of what", () => {
    expect(words(<Figure figure={figure} why="/why" />)).toBe("£4,020,115 why is Hospital care £4,020,115 ?");
    expect(words(<FigureLink figure={figure} of="The Limes" why="/why" />)).toBe(
      "why is Hospital care of The Limes £4,020,115 ?",
    );
  });

  it("that are not there differ from nought and from one another", () => {
    const shown = [
      ...(["not supplied", "suppressed", "not applicable"] as const).map((because) =>
        html(<Missing because={because} />),
      ),
      html(<Money amount={pence(0)} />),
    ];
    expect(new Set(shown).size).toBe(4);
  });

  it("stand at the head of a page with their change", () => {
    expect(words(<Headlines figures={[{ label: "Budget", figure: "£1", note: "+£2" }]} />)).toBe("Budget £1 +£2");
  });
});

interface Row {
  readonly name: string;
  readonly cost: number | undefined;
}
const columns: readonly [Column<Row>, ...Column<Row>[]] = [
  { key: "name", heading: "Practice", cell: ({ name }) => name, sort: ({ name }) => name },
  {
    key: "cost",
    heading: "Cost",
    unit: "£",
    figure: true,
    cell: ({ cost }) => cost ?? <Missing because="not supplied" />,
    sort: ({ cost }) => cost,
    total: (all) => all.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
  },
];
const rows: readonly Row[] = [
  { name: "Beech", cost: 5 },
  { name: "Ash", cost: undefined },
  { name: "Cedar", cost: -7 },
];
const table = (query: string, more: readonly Row[] = rows) => (
  <DataTable
    id="t"
    caption="Costs"
    columns={columns}
    rows={more}
    rowKey={({ name }) => name}
    counted={["practice", "practices"]}
    path="/costs"
    query={new URLSearchParams(query)}
    downloads={[{ text: "Download (CSV)", href: "/costs.csv" }]}
  />
);
const rowHeads = (text: string) => Array.from(text.matchAll(/scope="row"[^>]*>([^<]*)</g), ([, head]) => head);

describe("a table", () => {
  it("heads its rows and columns, says its unit once, counts and adds up", () => {
    expect(words(table(""))).toBe(
      "Costs Practice Cost £ Beech 5 Ash not supplied Cedar -7 Total -2 3 practices Download (CSV)",
    );
    expect(html(table(""))).toContain('<section class="app-scroll" tabindex="0" aria-labelledby="t-caption">');
  });

  it("sorts by link, what is missing last whichever way", () => {
    expect(rowHeads(html(table("t-sort=cost")))).toEqual(["Cedar", "Beech", "Ash", "Total"]);
    expect(rowHeads(html(table("t-sort=-cost")))).toEqual(["Beech", "Cedar", "Ash", "Total"]);
    expect(html(table("t-sort=-cost"))).toContain('data-sort="true" aria-sort="descending"');
    expect(rowHeads(html(table("t-sort=nonsense&t-page=x")))).toEqual(["Beech", "Ash", "Cedar", "Total"]);
  });

  it("keeps the rest of the query in its links", () => {
    expect(html(table("year=2008&t-page=2&t-sort=cost"))).toContain('href="/costs?year=2008&amp;t-sort=-cost#t"');
  });

  it("goes on in pages of fifty, the total still of all", () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ name: `P${index}`, cost: 1 }));
    const last = html(table("t-page=3", many));
    expect(rowHeads(last)).toHaveLength(21);
    expect(last).toContain("101 to 120 of 120 practices");
    expect(last).toContain(">120</td>");
    expect(html(table("t-page=99", many))).toBe(last);
  });

  it("loses no row by sorting", () => {
    const anyRow = fc.record({ name: fc.string(), cost: fc.option(fc.integer(), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(anyRow), fc.boolean(), (some, descending) => {
        const after = sorted(some, columns, { column: "cost", descending, page: 1 });
        expect(new Set(after)).toEqual(new Set(some));
        const known = after.flatMap(({ cost }) => (cost === undefined ? [] : [cost]));
        expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)));
      }),
    );
  });

  it("names only the pages about the one shown", () => {
    expect(numbersAround(8, 20)).toEqual([1, -6, 6, 7, 8, 9, 10, -20, 20]);
    expect(numbersAround(1, 3)).toEqual([1, 2, 3]);
  });
});

const cited: Cited<number> = {
  value: 275,
  rule: "growth.hospital",
  place: "east-of-england",
  from: day("2008-04-01"),
  source: { document: "003", paragraph: "2.2.1-6" },
};
const origin = { kind: "activity", keys: { practice: "X81003" } };
const lastYear = given({ id: "last", label: "Last year", origin }, "pence", 3_912_440_00);
const growth = given(
  { id: "growth", label: "Growth", rules: [{ sentence: "It is 2.75%.", cited }] },
  "basis points",
  275,
);
const stated = given({ id: "stated", label: "Stated", caution: "Made up." }, "pence", 1);
const care: Explanation = {
  ...workedOut(
    { id: "care", label: "hospital care", rules: [{ sentence: "Growth is put on.", cited }] },
    "pence",
    "uplift",
    [lastYear, growth],
  ),
  caution: "12 attendances have no price.",
  changedBy: "More admissions.",
};
const why = (explanation: Explanation, leads = true) => (
  <WhyView
    explanation={explanation}
    whyOf={({ id }) => `/why/${id}`}
    originOf={({ kind, keys }) => (leads ? { text: "see the activity", href: `/${kind}/${keys.practice}` } : undefined)}
    command="chilford explain care"
    of="The Limes <2008/09>"
  />
);

describe("why", () => {
  it("reads as an argument: the figure, its rule and source, its inputs, what would change it, how to repeat it", () => {
    const text = words(why(care));
    const parts = [
      "Why is hospital care £4,020,032?",
      "To the penny it is £4,020,032.10",
      "12 attendances have no price.",
      "Growth is put on.",
      "Source: 003 ¶2.2.1-6. Set by East of England, from 1 April 2008 with no end date. In the rulebook: growth.hospital.",
      "It is the first of these with the second, a rate, put on.",
      "Last year £3,912,440.00 see the activity",
      "Growth 2.75% why is Growth 2.75% ?",
      "More admissions.",
      "chilford explain care",
    ];
    const found = parts.map((part) => text.indexOf(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it("leads from each input to its own why, and from a leaf to where it was found", () => {
    const text = html(why(care));
    expect(text).toContain('href="/why/growth"');
    expect(text).toContain('href="/activity/X81003"');
    expect(text).toContain("&lt;2008/09&gt;");
  });

  it("says so where there is nothing behind a figure, or the reader may not go there", () => {
    expect(words(why(stated))).toContain("It was stated, not worked out from other figures.");
    expect(words(why(lastYear, false))).toContain("from what was loaded");
  });

  it("can be copied as text", () => {
    expect(whyText(care, "chilford explain care")).toBe(
      [
        "hospital care: £4,020,032.10",
        "Take care: 12 attendances have no price.",
        "Growth is put on.",
        "  Source: 003 ¶2.2.1-6. Set by East of England, from 1 April 2008 with no end date. In the rulebook: growth.hospital.",
        "It is the first of these with the second, a rate, put on.",
        "  Last year: £3,912,440.00",
        "  Growth: 2.75%",
        "What would change it: More admissions.",
        "To work it out again: chilford explain care",
      ].join("\n"),
    );
  });
});

describe("forms", () => {
  it("say their problems at the top and beside the field, and keep what was entered", () => {
    const problems = [{ field: "final", message: "Choose one" }, { message: "The file is empty" }];
    const options = [
      { value: "y", text: "Final" },
      { value: "n", text: "Provisional" },
    ];
    const fields = (
      <>
        <ProblemSummary problems={problems} />
        <RadiosField name="final" label="Is it final?" options={options} problems={problems} entered="n" />
        <FileField name="file" label="The file" hint="CSV or Parquet" problems={[]} />
        <SelectField name="kind" label="Kind" options={options} problems={[]} />
      </>
    );
    const text = html(fields);
    expect(text).toContain('<a href="#final">Choose one</a>');
    expect(text).toContain('id="final--error-message"');
    expect(text).toMatch(/<input class="[^"]*app-file"[^>]*type="file"/);
    expect(text).toMatch(/id="final-2"[^>]*checked=""/);
    expect(html(fields)).toBe(text);
    expect(html(<ProblemSummary problems={[]} />)).toBe("");
  });

  it("cannot be drawn without the token that lets them be taken", () => {
    expect(() => html(<Form action="/x">fields</Form>)).toThrow("A form can be drawn only inside a page");
  });
});

describe("what waits and what is not there yet", () => {
  it("is a list with state and age", () => {
    const task = {
      key: "a",
      title: "Agree it",
      href: "/agree",
      hint: "12 days old",
      status: "Waiting",
      attention: true,
    };
    expect(words(<TaskList id="t" tasks={[task, { key: "b", title: "Review", status: "With the PCT" }]} />)).toBe(
      "Agree it 12 days old Waiting Review With the PCT",
    );
  });

  it("teaches what will be here, where from, and who can make it so", () => {
    const action = { text: "Load a file", href: "/load" };
    const empty = (
      <EmptyState title="No activity yet" from="From files." who="The PCT loads them." command="chilford load" />
    );
    expect(words(empty)).toBe("No activity yet From files. The PCT loads them. On the command line: chilford load");
    expect(html(<EmptyState title="t" from="f" who="w" action={action} />)).toContain('href="/load"');
  });
});
