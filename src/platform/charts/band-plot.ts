import { percent } from "#platform/web/words/amounts.ts";
import { type Mark, pilesDrawn, rowsDrawn, type Side } from "./band-marks.ts";
import type { Drawing, Width } from "./drawing.ts";

/** One of those compared: how far it is from the reference, in basis points. */
export interface BandPoint {
  readonly key: string;
  readonly name: string;
  readonly distance: number;
  /** The one whose page this is. */
  readonly ours?: boolean;
}

export interface BandPlotInput {
  readonly points: readonly BandPoint[];
  /** The band in basis points, such as −1,000 to 1,000; its edges are inside. */
  readonly band: { readonly from: number; readonly to: number };
  /** What the distance is from, such as `fair share`. */
  readonly reference: string;
  /** What one point and several are: `["practice", "practices"]`. */
  readonly counted: readonly [string, string];
  /** A row for each, or dots piled up where they fall; rows for up to sixty unless stated. */
  readonly layout?: "rows" | "piles";
}

/** Each one's distance from a reference as a dot against the band within which nothing has to be done. */
export async function bandPlot(input: BandPlotInput): Promise<Drawing> {
  const { points, band, reference, counted, layout = points.length > 60 ? "piles" : "rows" } = input;
  const inOrder = points.toSorted((a, b) => b.distance - a.distance || (a.key < b.key ? -1 : 1));
  const marks = inOrder.map((point) => ({ ...point, side: sideOf(point, band), percent: point.distance / 100 }));
  const drawn = (width: Width) => (layout === "rows" ? rowsDrawn : pilesDrawn)(marks, { band, reference, width });
  return {
    wide: await drawn("wide"),
    narrow: await drawn("narrow"),
    key: keyText(input, marks),
    summary: summaryText(input, marks),
    headings: [capital(counted[0]), `Distance from ${reference}`, "Against the band"],
    rows: marks.map(({ name, distance, side }) => [
      name,
      percent(distance, { change: true, decimals: 2 }),
      SIDES[side],
    ]),
  };
}

const SIDES: { readonly [S in Side]: string } = { below: "below it", inside: "inside it", above: "above it" };

function sideOf({ distance }: BandPoint, { from, to }: BandPlotInput["band"]): Side {
  if (distance < from) return "below";
  return distance > to ? "above" : "inside";
}

function summaryText({ counted, band, reference }: BandPlotInput, marks: readonly Mark[]): string {
  const many = (side: Side) => marks.filter((mark) => mark.side === side).length;
  const edges = `from ${percent(band.from, { change: true })} to ${percent(band.to, { change: true })}`;
  const all = `Of ${marks.length} ${marks.length === 1 ? counted[0] : counted[1]}, ${many("inside")} are inside the band ${edges} of ${reference}`;
  const ours = marks.filter((mark) => mark.ours);
  return [
    `${all}, ${many("above")} above it and ${many("below")} below.`,
    ...ours.map(({ name, distance, side }) => `${name} is at ${percent(distance, { change: true })}, ${SIDES[side]}.`),
  ].join(" ");
}

function keyText({ counted }: BandPlotInput, marks: readonly Mark[]): string {
  const ours = marks.find((mark) => mark.ours)?.name;
  return [
    "The shaded strip is the band.",
    `A grey dot is a ${counted[0]} inside it, an orange triangle one outside it.`,
    ...(ours === undefined ? [] : [`The diamond is ${ours}.`]),
  ].join(" ");
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
