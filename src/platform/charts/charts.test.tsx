import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Pence, pence } from "#kernel/money.ts";
import { bandPlot } from "./band-plot.ts";
import { Chart } from "./chart.tsx";
import { waterfall } from "./waterfall.ts";

const points = [
  { key: "X81003", name: "Riverside <Surgery>", distance: 500, ours: true },
  { key: "X81004", name: "The Limes", distance: -1001 },
  { key: "X81005", name: "Old Mill", distance: 1000 },
  { key: "X81006", name: "Bridge House", distance: 1240 },
];
const band = { from: -1000, to: 1000 };
const input = { points, band, reference: "fair share", counted: ["practice", "practices"] } as const;
const steps = [
  { label: "Price change", amount: pence(145_000_00) },
  { label: "Risk pool", amount: pence(-180_000_00) },
  { label: "Review", amount: pence(0) },
];
const start = { label: "Activity", amount: pence(5_891_200_00) };
const onTheWay = () => waterfall({ start, steps, end: "Budget" });

describe("every chart", () => {
  const charts = {
    rows: () => bandPlot(input),
    piles: () => bandPlot({ ...input, layout: "piles" }),
    waterfall: onTheWay,
  };
  it.each(Object.entries(charts))("is clean under a strict policy: %s", async (_name, drawn) => {
    const { wide, narrow } = await drawn();
    for (const svg of [wide, narrow]) {
      expect(svg).toMatch(/^<svg aria-hidden="true" focusable="false" /);
      expect(svg).not.toMatch(/ style=|<style|<script|href=|url\(|aria-roledescription| on[a-z]+=/);
    }
  });

  it.each(Object.entries(charts))("is the same for the same figures: %s", async (_name, drawn) => {
    expect(await drawn()).toEqual(await drawn());
  });
});

describe("the band plot", () => {
  it("says in words how many are inside, and where ours is", async () => {
    const { summary } = await bandPlot(input);
    expect(summary).toBe(
      "Of 4 practices, 2 are inside the band from −10.0% to +10.0% of fair share, 1 above it and 1 below. Riverside <Surgery> is at +5.0%, inside it.",
    );
  });

  it("gives the same in a table, the largest distance first, the edge of the band inside", async () => {
    const { headings, rows } = await bandPlot(input);
    expect(headings).toEqual(["Practice", "Distance from fair share", "Against the band"]);
    expect(rows).toEqual([
      ["Bridge House", "+12.40%", "above it"],
      ["Old Mill", "+10.00%", "inside it"],
      ["Riverside <Surgery>", "+5.00%", "inside it"],
      ["The Limes", "−10.01%", "below it"],
    ]);
  });

  it("draws a mark for each, ours with its name, and escapes names", async () => {
    const { wide } = await bandPlot(input);
    const marks = (svg: string, colour: string) =>
      svg.match(new RegExp(`fill="${colour}" stroke="#212b32"`, "g")) ?? [];
    expect(
      [marks(wide, "#005eb8"), marks(wide, "#768692"), marks(wide, "#ed8b00")].map(({ length }) => length),
    ).toEqual([1, 1, 2]);
    expect(wide).toContain("Riverside &lt;Surgery&gt;");
  });

  it("does not depend on the order of the points", async () => {
    expect(await bandPlot({ ...input, points: points.toReversed() })).toEqual(await bandPlot(input));
  });

  it("piles up where there are too many for a row each", async () => {
    const many = Array.from({ length: 61 }, (_, index) => ({ key: `P${index}`, name: `P${index}`, distance: index }));
    const { wide } = await bandPlot({ ...input, points: many });
    expect(Number(/height="(\d+)"/.exec(wide)?.[1])).toBeLessThan(600);
    expect(wide).not.toContain("P60");
  });

  it("can be drawn of nobody", async () => {
    expect((await bandPlot({ ...input, points: [] })).summary).toContain("Of 0 practices, 0 are inside the band");
  });
});

describe("the waterfall", () => {
  it("ends at the start with all steps added, and says each on the way", async () => {
    const { rows, summary } = await onTheWay();
    expect(rows).toEqual([
      ["Activity", "£5,891,200", "£5,891,200"],
      ["Price change", "+£145,000", "£6,036,200"],
      ["Risk pool", "−£180,000", "£5,856,200"],
      ["Review", "£0", "£5,856,200"],
      ["Budget", "£5,856,200", "£5,856,200"],
    ]);
    expect(summary).toBe(
      "From Activity £5,891,200 to Budget £5,856,200: Price change +£145,000, Risk pool −£180,000, Review £0.",
    );
  });

  it("holds amounts below nought", async () => {
    const from = { label: "Start", amount: -500_00 as Pence };
    const { wide, rows } = await waterfall({ start: from, steps: [], end: "End" });
    expect(rows.at(-1)).toEqual(["End", "−£500", "−£500"]);
    expect(wide).toContain("−£500");
  });
});

describe("the figure around a chart", () => {
  it("has the finding as its title, the summary in words and the table", async () => {
    const html = renderToStaticMarkup(<Chart id="c" title="One practice is above" drawing={await bandPlot(input)} />);
    expect(html).toContain('<figure class="app-chart" aria-labelledby="c-title">');
    expect(html).toContain("Of 4 practices, 2 are inside the band");
    expect(html).toContain('<th scope="row" class="nhsuk-table__header">Bridge House</th>');
    expect(html).toContain("Riverside &lt;Surgery&gt;");
    expect(html).not.toContain("<Surgery>");
  });
});
