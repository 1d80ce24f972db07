import type { Refusal } from "#kernel/decision.ts";
import type { ReleaseRefusal } from "../decisions/release.ts";

type Facts = Readonly<Record<string, string | number>>;

const WORDS: Readonly<Record<ReleaseRefusal, (facts: Facts) => string>> = {
  "already-released": ({ release, on }) =>
    `This snapshot was released on ${on} as ${release}. What is published stays as it is; release a newer snapshot.`,
  "released-meanwhile": () =>
    "Somebody released another snapshot of this PCT while this one was being protected. Ask again: it is then protected with that one.",
  "nothing-counted": ({ snapshot }) =>
    `Snapshot ${snapshot} holds no activity that could be counted. Load activity, draft budgets and release the snapshot of that draft.`,
  "given-away": ({ cells, year }) =>
    `In ${year}, ${cells === 1 ? "one small count" : `${cells} small counts`} would be given away by what was released before, whatever is suppressed now. Wait for a snapshot in which more has changed.`,
};

/** Why a release was refused and what to do, in a sentence. */
export function releaseRefusalWords({ code, facts = {} }: Refusal<ReleaseRefusal>): string {
  return WORDS[code](facts);
}
