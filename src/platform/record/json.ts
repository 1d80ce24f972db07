/**
 * What an event may hold: what JSON can say. Interfaces fit, since the compiler cannot tell them from other objects;
 * `canonical` refuses at run time what is not JSON.
 */
export type Json = null | boolean | number | string | object;

/**
 * The one text of a value: keys sorted, no spaces, properties without a value left out. Throws a TypeError, naming the
 * place, for anything that would not come back from the record as it went in.
 */
export function canonical(value: unknown, place = "data"): string {
  switch (typeof value) {
    case "string":
      return textual(value, place);
    case "boolean":
      return String(value);
    case "number":
      if (Number.isFinite(value)) return JSON.stringify(value);
      break;
    case "object":
      return value === null ? "null" : composite(value, place);
    default:
  }
  throw notJson(place, `is ${String(value)}, which JSON cannot say`);
}

function composite(value: object, place: string): string {
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => canonical(item, `${place}[${index}]`)).join(",")}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw notJson(place, `is a ${value.constructor.name}, not plain data`);
  }
  const properties = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${textual(key, place)}:${canonical(item, `${place}.${key}`)}`);
  return `{${properties.join(",")}}`;
}

function textual(text: string, place: string): string {
  if (!text.isWellFormed()) throw notJson(place, "has half a character in it");
  // PostgreSQL's texts cannot hold it.
  if (text.includes("\0")) throw notJson(place, "has a null character in it");
  return JSON.stringify(text);
}

function notJson(place: string, fault: string): TypeError {
  return new TypeError(`An event cannot be recorded: ${place} ${fault}. Turn it into text, numbers or plain objects.`);
}
