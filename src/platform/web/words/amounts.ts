import type { Unit } from "#kernel/explanation.ts";
import { roundedQuotient } from "#kernel/money.ts";

/** How an amount is written. Whole pounds with their sign unless asked otherwise. */
export interface AmountStyle {
  /** A plus before what is more than nought, for changes. */
  readonly change?: boolean;
  readonly pence?: boolean;
  /** Without the pound sign, where the head of the column has it. */
  readonly bare?: boolean;
}

const MINUS = "\u2212";
const WHOLE = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A whole number with commas and a true minus sign. */
export function count(value: number, style: Pick<AmountStyle, "change"> = {}): string {
  return signed(value, WHOLE.format(Math.abs(value)), style);
}

/** Pence as pounds: `£41,200`, or `−£41,200.50` with pence; rounded for showing only. */
export function pounds(pence: number, style: AmountStyle = {}): string {
  const shown = style.pence ? pence : Number(roundedQuotient(BigInt(pence), 100n)) * 100;
  const [size, symbol] = [Math.abs(shown), style.bare ? "" : "£"];
  const pennies = style.pence ? `.${String(size % 100).padStart(2, "0")}` : "";
  return signed(shown, `${symbol}${WHOLE.format(Math.floor(size / 100))}${pennies}`, style);
}

/** How a rate is written; with two decimals throughout where rates stand under one another. */
interface RateStyle extends Pick<AmountStyle, "change"> {
  readonly decimals?: 1 | 2;
}

/** Basis points as per cent to one decimal, or to two where the second counts: `5.0%`, `2.95%`. */
export function percent(basisPoints: number, style: RateStyle = {}): string {
  const size = Math.abs(basisPoints);
  const decimals = style.decimals ?? (size % 10 === 0 ? 1 : 2);
  return signed(basisPoints, `${(size / 100).toFixed(decimals)}%`, style);
}

/** Millionths as a plain number without idle noughts: `1.0243`. */
export function ratio(millionths: number): string {
  const size = Math.abs(millionths);
  const decimals = String(size % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return signed(
    millionths,
    `${WHOLE.format(Math.floor(size / 1_000_000))}${decimals === "" ? "" : `.${decimals}`}`,
    {},
  );
}

/** A figure in the words of its unit; people and counts are plain numbers, since their label says what they count. */
export function figureText(figure: { readonly value: number; readonly unit: Unit }, style: AmountStyle = {}): string {
  switch (figure.unit) {
    case "pence":
      return pounds(figure.value, style);
    case "basis points":
      return percent(figure.value, style);
    case "millionths":
      return ratio(figure.value);
    case "people":
    case "count":
      return count(figure.value, style);
  }
}

function signed(value: number, size: string, style: Pick<AmountStyle, "change">): string {
  if (value < 0) return `${MINUS}${size}`;
  return style.change && value > 0 ? `+${size}` : size;
}
