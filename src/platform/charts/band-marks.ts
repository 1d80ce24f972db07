import { COLOURS, labelRoom, svgOf, type Width } from "./drawing.ts";

/** On which side of the band one is. */
export type Side = "below" | "inside" | "above";

/** One dot: whose it is, where in per cent, on which side of the band. */
export interface Mark {
  readonly name: string;
  /** In basis points. */
  readonly distance: number;
  readonly percent: number;
  readonly side: Side;
  readonly ours?: boolean;
}

/** What the dots stand against. */
interface Frame {
  readonly band: { readonly from: number; readonly to: number };
  readonly reference: string;
  readonly width: Width;
}

/** A row for each, in the order given, with its name on the left. */
export function rowsDrawn(marks: readonly Mark[], frame: Frame): Promise<string> {
  const { left, shortened } = labelRoom(
    marks.map(({ name }) => name),
    frame.width,
  );
  // Numbered, since two may be cut to the same name.
  const rows = marks.map((mark, row) => ({ ...mark, row, label: shortened[row] }));
  const y = {
    field: "row",
    type: "ordinal" as const,
    axis: { title: null, domain: false, ticks: false, grid: true, labels: false },
  };
  const names = (ours: boolean) => ({
    data: { values: rows.filter((row) => (row.ours ?? false) === ours) },
    mark: {
      type: "text" as const,
      align: "right" as const,
      dx: -8,
      fontWeight: ours ? ("bold" as const) : ("normal" as const),
    },
    encoding: { y, x: { value: 0 }, text: { field: "label" } },
  });
  const dots = { data: { values: rows }, mark: POINT, encoding: { ...LOOKS, y, x: distanceAxis("percent", frame) } };
  const height = { step: frame.width === "wide" ? 24 : 21 };
  return svgOf({ height, layer: [...bandLayers(frame), dots, names(false), names(true)] }, frame.width, left);
}

/** Dots of about the same distance stand on one another; ours stands lowest in its pile, and is named above it. */
export function pilesDrawn(marks: readonly Mark[], frame: Frame): Promise<string> {
  const heights = new Map<number, number>();
  const step = frame.width === "wide" ? 0.5 : 1;
  const piled = marks.toSorted(oursFirst).map((mark) => {
    const pile = pileOf(mark, step);
    const height = (heights.get(pile) ?? 0) + 1;
    heights.set(pile, height);
    return { ...mark, pile, height };
  });
  const top = Math.max(...heights.values(), 1) + 2;
  const y = { field: "height", type: "quantitative" as const, scale: { domain: [0, top] }, axis: null };
  const x = distanceAxis("pile", frame);
  const ours = { values: piled.filter((mark) => mark.ours).map((mark) => ({ ...mark, foot: 1, height: top - 1 })) };
  const layer = [
    ...bandLayers(frame),
    { data: ours, mark: { type: "rule" as const, color: COLOURS.ours }, encoding: { x, y, y2: { field: "foot" } } },
    { data: { values: piled }, mark: POINT, encoding: { ...LOOKS, x, y } },
    // Twice, the first as a halo, so that no line runs through the name.
    {
      data: ours,
      mark: { ...NAME, stroke: COLOURS.band, strokeWidth: 5 },
      encoding: { x, y, text: { field: "name" } },
    },
    { data: ours, mark: NAME, encoding: { x, y, text: { field: "name" } } },
  ];
  return svgOf({ height: Math.max(110, top * 13), layer }, frame.width, 24);
}

/** Rounded away from the band, so that none outside it is drawn inside. */
function pileOf({ percent, side }: Mark, step: number): number {
  const steps = percent / step;
  if (side === "inside") return Math.round(steps) * step;
  return (side === "above" ? Math.ceil(steps) : Math.floor(steps)) * step;
}

function oursFirst(a: Mark, b: Mark): number {
  return Number(b.ours ?? false) - Number(a.ours ?? false);
}

function bandLayers(frame: Frame) {
  const strip = [{ from: frame.band.from / 100, to: frame.band.to / 100 }];
  return [
    {
      data: { values: strip },
      mark: { type: "rect" as const, color: COLOURS.band },
      encoding: { x: distanceAxis("from", frame), x2: { field: "to" } },
    },
    {
      data: { values: [{ at: 0 }] },
      mark: { type: "rule" as const, color: COLOURS.quiet, strokeWidth: 1.5 },
      encoding: { x: distanceAxis("at", frame) },
    },
  ];
}

function distanceAxis(field: string, { reference, width }: Frame) {
  const labelExpr = "(datum.value > 0 ? '+' : datum.value < 0 ? '\u2212' : '') + abs(datum.value) + '%'";
  return {
    field,
    type: "quantitative" as const,
    scale: { nice: false, padding: 24 },
    axis: { title: `Distance from ${reference}`, labelExpr, tickCount: width === "wide" ? 8 : 4 },
  };
}

const NAME = { type: "text" as const, fontWeight: "bold" as const, dy: -8 };

/** Shape says as much as colour, so that the picture holds on grey paper and for every eye. */
const LOOKS = {
  color: {
    condition: [
      { test: "datum.side !== 'inside'", value: COLOURS.attention },
      { test: "datum.ours", value: COLOURS.ours },
    ],
    value: COLOURS.peer,
  },
  shape: {
    condition: [
      { test: "datum.ours", value: "diamond" },
      { test: "datum.side === 'above'", value: "triangle-right" },
      { test: "datum.side === 'below'", value: "triangle-left" },
    ],
    value: "circle",
  },
  size: { condition: [{ test: "datum.ours", value: 220 }], value: 90 },
};

const POINT = { type: "point" as const, filled: true, opacity: 1, stroke: COLOURS.text, strokeWidth: 0.75 };
