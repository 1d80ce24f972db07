import { logger, None, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** A chart drawn for a screen or paper and for a phone, with the same said in words and in a table. */
export interface Drawing {
  readonly wide: string;
  readonly narrow: string;
  /** What the shapes and colours stand for. */
  readonly key: string;
  /** What the picture shows, for those who do not see it. */
  readonly summary: string;
  readonly headings: readonly [string, ...string[]];
  readonly rows: readonly (readonly [string, ...string[]])[];
}

/** The two widths for which charts are drawn, in pixels. */
export type Width = "wide" | "narrow";

export const PIXELS: { readonly [W in Width]: number } = { wide: 880, narrow: 330 };

/** NHS blue for ours, grey for peers, orange for what needs attention, with outlines that hold on white and in grey. */
export const COLOURS = {
  ours: "#005eb8",
  peer: "#768692",
  attention: "#ed8b00",
  text: "#212b32",
  quiet: "#4c6272",
  band: "#d9e7f4",
  light: "#aed0f0",
  line: "#d8dde0",
} as const;

type Unit = Exclude<TopLevelSpec, { readonly repeat: unknown } | { readonly concat: unknown }>;

/** Draws a specification as SVG with no style and no script in it. The same specification gives the same text. */
export async function svgOf(spec: Unit, width: Width, left: number): Promise<string> {
  const padding = { left, right: 24, top: 8, bottom: 44 };
  // The space is laid out here: measuring text needs a browser, and Vega's guess without one is half as wide again.
  const frame = { width: PIXELS[width] - padding.left - padding.right, padding, autosize: "none", config: look(width) };
  const { spec: compiled } = compile({ ...spec, ...frame } as TopLevelSpec, { logger: logger(None) });
  const view = new View(parse(compiled), { renderer: "none", logLevel: None });
  const svg = await view.toSVG();
  view.finalize();
  // Hidden from readers of the page as a picture of its parts: the figure around it says it in words.
  const bare = svg.replaceAll(/ role="[a-z-]+" aria-roledescription="[a-z ]+"/g, "");
  return bare.replace("<svg ", '<svg aria-hidden="true" focusable="false" ');
}

const FONT_SIZE: { readonly [W in Width]: number } = { wide: 14, narrow: 12 };

/** The room that labels need on the left, and each cut to what there may be at most. */
export function labelRoom(labels: readonly string[], width: Width): { left: number; shortened: readonly string[] } {
  const perLetter = FONT_SIZE[width] * 0.56;
  const most = Math.floor((width === "wide" ? 280 : 128) / perLetter);
  const shortened = labels.map((label) => (label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label));
  return { left: Math.ceil(Math.max(...shortened.map(({ length }) => length), 0) * perLetter) + 16, shortened };
}

function look(width: Width): object {
  const size = FONT_SIZE[width];
  const words = { labelFontSize: size, titleFontSize: size, labelColor: COLOURS.text, titleColor: COLOURS.quiet };
  return {
    font: "Arial, sans-serif",
    aria: false,
    background: "transparent",
    view: { stroke: null },
    text: { fontSize: size, color: COLOURS.text },
    axis: {
      ...words,
      titleFontWeight: "normal",
      labelOverlap: false,
      labelLimit: 1000,
      gridColor: COLOURS.line,
      domainColor: COLOURS.quiet,
      tickColor: COLOURS.quiet,
    },
  };
}
