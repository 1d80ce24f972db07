import { gzipSync } from "node:zlib";

/** Whole numbers from 0 below a bound, the same for the same seed. */
export type Chance = (below: number) => number;

/** A source of numbers that look random and can be had again. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (file: Buffer, chance: Chance) => Buffer;

/** Values that have broken readers of tables before. */
const EXTREMES = [
  ...[
    "",
    " ",
    "\t",
    "&",
    "-",
    "'",
    '"',
    '""',
    '"""',
    ",",
    ";",
    "NULL",
    "NaN",
    "inf",
    "true",
    "\u00a0",
    "\uFEFF",
    "\\N",
  ],
  ...[
    "0",
    "-0",
    "-1",
    "00",
    "1e9",
    "1e-5",
    "0x1F",
    "٣",
    "½",
    "1,000",
    "1.005",
    "99999999999999999999",
    "-9223372036854775808",
  ],
  ...[
    "0000-00-00",
    "0001-01-01",
    "1800-01-01",
    "1900-02-29",
    "2000-02-30",
    "9999-12-31",
    "10000-01-01",
    "2008-4-1",
    "20081301",
  ],
  ...[
    "31/02/2008",
    "2008-04-01T25:61:61",
    "infinity",
    "epoch",
    "=1+1",
    "'; DROP TABLE loads; --",
    "$pseudonym_key",
    "é",
    "😀",
    "\u0000",
  ],
];

const TEXTS: readonly ((lines: string[], chance: Chance) => void)[] = [
  function doubleLine(lines, chance) {
    const at = chance(lines.length);
    lines.splice(at, 0, lines[at] ?? "");
  },
  function cutLine(lines, chance) {
    change(lines, chance, (line) => line.slice(0, chance(line.length + 1)));
  },
  function leaveOutLine(lines, chance) {
    lines.splice(chance(lines.length), 1);
  },
  function blankLine(lines, chance) {
    lines.splice(chance(lines.length + 1), 0, ["", " ", ",,,,", "\r", '""'][chance(5)] ?? "");
  },
  function shuffleTwo(lines, chance) {
    const [one, other] = [chance(lines.length), chance(lines.length)];
    [lines[one], lines[other]] = [lines[other] ?? "", lines[one] ?? ""];
  },
  function swapFields(lines, chance) {
    changeFields(lines, chance, (fields) => {
      const [one, other] = [chance(fields.length), chance(fields.length)];
      [fields[one], fields[other]] = [fields[other] ?? "", fields[one] ?? ""];
    });
  },
  function extremeField(lines, chance) {
    changeFields(lines, chance, (fields) => {
      fields[chance(fields.length)] = EXTREMES[chance(EXTREMES.length)] ?? "";
    });
  },
  function extremeColumn(lines, chance) {
    const [place, value] = [chance(fieldsIn(lines)), EXTREMES[chance(EXTREMES.length)] ?? ""];
    for (let at = 1; at < lines.length; at += 1) changeField(lines, at, place, () => value);
  },
  function hugeField(lines, chance) {
    const value = "9a ".repeat(2 + chance(50_000));
    changeFields(lines, chance, (fields) => {
      fields[chance(fields.length)] = value;
    });
  },
  function addField(lines, chance) {
    changeFields(lines, chance, (fields) => fields.splice(chance(fields.length + 1), 0, "x"));
  },
  function leaveOutField(lines, chance) {
    changeFields(lines, chance, (fields) => fields.splice(chance(fields.length), 1));
  },
  function leaveOutColumn(lines, chance) {
    const place = chance(fieldsIn(lines));
    for (let at = 0; at < lines.length; at += 1) lines[at] = (lines[at] ?? "").split(",").toSpliced(place, 1).join(",");
  },
  function renameColumn(lines, chance) {
    const name = ["", "x", "practice", "SPELL_ID", " hrg ", '"month"'][chance(6)] ?? "";
    changeField(lines, 0, chance(fieldsIn(lines)), () => name);
  },
  function strayQuote(lines, chance) {
    change(lines, chance, (line) => inserted(line, '"', chance));
  },
  function quoteField(lines, chance) {
    changeFields(lines, chance, (fields) => {
      const at = chance(fields.length);
      fields[at] = ['"', '"', "'", "“"].map((quote) => `${quote}${fields[at]}${quote}`)[chance(4)] ?? "";
    });
  },
  function breakInField(lines, chance) {
    changeFields(lines, chance, (fields) => {
      const at = chance(fields.length);
      fields[at] = `"${fields[at]}\n${fields[at]}"`;
    });
  },
  function pad(lines, chance) {
    changeFields(lines, chance, (fields) => {
      const at = chance(fields.length);
      fields[at] = `${[" ", "\t", "\u00a0"][chance(3)]}${fields[at]} `;
    });
  },
  function noHeader(lines) {
    lines.shift();
  },
  function onlyHeader(lines) {
    lines.length = Math.min(lines.length, 1);
  },
];

const BYTES: readonly Mutation[] = [
  function flipByte(file, chance) {
    const copy = Buffer.from(file);
    if (copy.length > 0) copy[chance(copy.length)] = chance(256);
    return copy;
  },
  function insertBytes(file, chance) {
    const at = chance(file.length + 1);
    const some = [[0], [0xff], [0xc3], [0xe9], [0x1e], [0x1f], [0x0d], [0x0a], [0xef, 0xbb, 0xbf], [0xed, 0xa0, 0x80]];
    return Buffer.concat([file.subarray(0, at), Buffer.from(some[chance(some.length)] ?? []), file.subarray(at)]);
  },
  function cutOff(file, chance) {
    return file.subarray(0, chance(file.length + 1));
  },
  function cutOut(file, chance) {
    const at = chance(file.length + 1);
    return Buffer.concat([file.subarray(0, at), file.subarray(at + chance(100))]);
  },
  function returns(file, chance) {
    const text = file.toString("latin1");
    const [all, some, alone] = [text.replaceAll("\n", "\r\n"), text.replace("\n", "\r\n"), text.replaceAll("\n", "\r")];
    return Buffer.from([all, some, alone][chance(3)] ?? "", "latin1");
  },
  function otherSeparator(file, chance) {
    return Buffer.from(file.toString("latin1").replaceAll(",", ["\t", ";", "|"][chance(3)] ?? ""), "latin1");
  },
  function sixteenBit(file) {
    return Buffer.from(`\uFEFF${file.toString("latin1")}`, "utf16le");
  },
  function mark(file) {
    return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file]);
  },
  function pack(file, chance) {
    const packed = gzipSync(file);
    if (chance(2) === 0) return packed;
    if (chance(2) === 0) return packed.subarray(0, chance(packed.length + 1));
    packed[10 + chance(packed.length - 10)] = chance(256);
    return packed;
  },
];

/** A sound file with up to four things done to it that happen to files, or should not. Says which. */
export function mutated(file: Buffer, chance: Chance): { readonly bytes: Buffer; readonly done: readonly string[] } {
  const done: string[] = [];
  let bytes = file;
  for (let count = 1 + chance(4); count > 0; count -= 1) {
    const text = chance(3) > 0 && done.every((name) => name !== "pack" && name !== "sixteenBit");
    const mutations: readonly (Mutation | (typeof TEXTS)[number])[] = text ? TEXTS : BYTES;
    const mutation = mutations[chance(mutations.length)];
    if (mutation === undefined) continue;
    done.push(mutation.name);
    bytes = text ? onLines(bytes, chance, mutation as (typeof TEXTS)[number]) : (mutation as Mutation)(bytes, chance);
  }
  return { bytes, done };
}

function onLines(file: Buffer, chance: Chance, mutation: (typeof TEXTS)[number]): Buffer {
  const lines = file.toString("latin1").split("\n");
  if (lines.length > 1) mutation(lines, chance);
  return Buffer.from(lines.join("\n"), lines.some((line) => /[^\0-\xff]/.test(line)) ? "utf8" : "latin1");
}

function fieldsIn(lines: readonly string[]): number {
  return (lines[0] ?? "").split(",").length;
}

function change(lines: string[], chance: Chance, to: (line: string) => string): void {
  const at = chance(lines.length);
  lines[at] = to(lines[at] ?? "");
}

function changeFields(lines: string[], chance: Chance, to: (fields: string[]) => unknown): void {
  change(lines, chance, (line) => {
    const fields = line.split(",");
    to(fields);
    return fields.join(",");
  });
}

function changeField(lines: string[], at: number, place: number, to: (field: string) => string): void {
  lines[at] = (lines[at] ?? "")
    .split(",")
    .map((field, index) => (index === place ? to(field) : field))
    .join(",");
}

function inserted(line: string, text: string, chance: Chance): string {
  const at = chance(line.length + 1);
  return line.slice(0, at) + text + line.slice(at);
}
