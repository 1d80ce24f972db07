import type { Pence } from "#kernel/money.ts";
import { total } from "#kernel/money.ts";
import { pounds } from "#platform/web/words/amounts.ts";
import { COLOURS, type Drawing, labelRoom, svgOf, type Width } from "./drawing.ts";

/** One step on the way: what it is called and by how much it changes the amount. */
export interface WaterfallStep {
  readonly label: string;
  readonly amount: Pence;
}

export interface WaterfallInput {
  readonly start: WaterfallStep;
  readonly steps: readonly WaterfallStep[];
  /** What the end is called; its amount follows from the rest. */
  readonly end: string;
}

interface Bar {
  readonly label: string;
  readonly kind: "level" | "more" | "less";
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The way from one amount to another, step by step, from nought. The end is the start with all steps added. */
export async function waterfall(input: WaterfallInput): Promise<Drawing> {
  const bars = barsOf(input);
  const [first, last] = [bars.at(0)?.text ?? "", bars.at(-1)?.text ?? ""];
  const steps = bars.slice(1, -1).map(({ label, text }) => `${label} ${text}`);
  return {
    wide: await drawn(bars, "wide"),
    narrow: await drawn(bars, "narrow"),
    key: "Dark bars are amounts, pale bars add to them, outlined bars take from them.",
    summary: `From ${input.start.label} ${first} to ${input.end} ${last}: ${steps.join(", ")}.`,
    headings: ["Step", "Amount", "So far"],
    rows: bars.map(({ label, text, to }) => [label, text, pounds(Math.round(to * 100))]),
  };
}

function barsOf({ start, steps, end }: WaterfallInput): readonly Bar[] {
  const level = (label: string, amount: Pence): Bar => ({
    label,
    kind: "level",
    from: 0,
    to: amount / 100,
    text: pounds(amount),
  });
  const amounts = [start, ...steps].map(({ amount }) => amount);
  return [
    level(start.label, start.amount),
    ...steps.map(({ label, amount }, index): Bar => {
      const before = total(amounts.slice(0, index + 1));
      const text = pounds(amount, { change: true });
      return { label, kind: amount < 0 ? "less" : "more", from: before / 100, to: (before + amount) / 100, text };
    }),
    level(end, total(amounts)),
  ];
}

/** Labels stand beside the bars where there is room, above them on a phone, so that none is cut short there. */
function drawn(bars: readonly Bar[], width: Width): Promise<string> {
  const room = labelRoom(
    bars.map(({ label }) => label),
    width,
  );
  const rows = bars.map((bar, row) => ({
    ...bar,
    row,
    next: Math.min(row + 1, bars.length - 1),
    far: Math.max(bar.from, bar.to),
    shown: width === "wide" ? room.shortened[row] : bar.label,
  }));
  const inner = width === "wide" ? 0.3 : 0.55;
  const y = { field: "row", type: "ordinal" as const, axis: null, scale: { paddingInner: inner, paddingOuter: 0.4 } };
  const layer = [...barLayers(y, amountAxis(bars, width)), labels(y, width)];
  const height = { step: width === "wide" ? 40 : 52 };
  return svgOf({ height, data: { values: rows }, layer }, width, width === "wide" ? room.left : 12);
}

function barLayers<Y extends object, X extends object>(y: Y, x: X) {
  const middle = { ...y, bandPosition: 0.5 };
  const fill = [
    { test: "datum.kind === 'level'", value: COLOURS.ours },
    { test: "datum.kind === 'more'", value: COLOURS.light },
  ];
  return [
    {
      mark: { type: "rule" as const, color: COLOURS.quiet, strokeDash: [2, 2] },
      encoding: { x: { ...x, field: "to" }, y: middle, y2: { field: "next", bandPosition: 0.5 } },
    },
    {
      mark: { type: "bar" as const, stroke: COLOURS.ours, strokeWidth: 1.5 },
      encoding: { y, x: { ...x, field: "from" }, x2: { field: "to" }, color: { condition: fill, value: "#ffffff" } },
    },
    {
      mark: { type: "text" as const, align: "left" as const, dx: 6, fontWeight: "bold" as const },
      encoding: { y: middle, x: { ...x, field: "far" }, text: { field: "text" } },
    },
  ];
}

function labels<Y extends object>(y: Y, width: Width) {
  const place = width === "wide" ? { align: "right" as const, dx: -10 } : { align: "left" as const, dy: -22 };
  return {
    mark: { type: "text" as const, limit: 1000, ...place },
    encoding: { y: { ...y, bandPosition: 0.5 }, x: { value: 0 }, text: { field: "shown" } },
  };
}

function amountAxis(bars: readonly Bar[], width: Width) {
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const [scale, letter] = most >= 2_000_000 ? [1_000_000, "m"] : most >= 2_000 ? [1_000, "k"] : [1, ""];
  const labelExpr = `datum.value === 0 ? '£0' : (datum.value < 0 ? '\u2212' : '') + '£' + abs(datum.value) / ${scale} + '${letter}'`;
  // Room on the right for the amount that stands beside the longest bar.
  const room = (most - least) * (width === "wide" ? 0.14 : 0.36);
  return {
    type: "quantitative" as const,
    scale: { domain: [least, most + room], nice: false, zero: true },
    axis: { title: null, labelExpr, tickCount: width === "wide" ? 6 : 4 },
  };
}
