import type { Directory } from "#features/organisations/index.ts";
import type { Day } from "#kernel/period.ts";
import type { Problem, Problems } from "#platform/web/outcome.ts";
import { readDay } from "#platform/web/words/entered.ts";
import { INTEREST_KINDS, type InterestKind } from "../rules/interest.ts";

/** An interest as the form has it. */
export interface InterestEntered {
  readonly kind: string;
  readonly organisation: string;
  readonly body: string;
  readonly what: string;
  readonly from: string;
  readonly until: string;
}

/** An interest as it was filled in, its words not kept yet. */
export interface AskedInterest {
  readonly kind: InterestKind;
  readonly organisation?: string;
  readonly body?: string;
  readonly what: string;
  readonly from: Day;
  readonly until?: Day;
}

const LONGEST = 1000;

/** The interest as entered, or what has to be put right, field by field. */
export function askedInterest(entered: InterestEntered, directory: Directory): AskedInterest | Problems {
  const { what, body } = entered;
  const kind = INTEREST_KINDS.find((each) => each === entered.kind);
  const organisation = entered.organisation.trim().toUpperCase();
  const [from, until] = [readDay(entered.from), readDay(entered.until)];
  const [first, ...others] = [
    ...(kind === undefined ? [{ field: "kind", message: "Choose what kind of interest it is" }] : []),
    ...partyProblems(organisation, body.trim(), directory),
    ...wordsProblems("what", what, "Enter what the interest is"),
    ...(from === undefined ? [{ field: "from", message: "Enter the day on which it began, like 1/4/2008" }] : []),
    ...(entered.until.trim() !== "" && until === undefined
      ? [{ field: "until", message: `${entered.until} is not a day like 1/4/2008` }]
      : []),
  ];
  if (first !== undefined || kind === undefined || from === undefined) {
    return { problems: [first ?? { message: "Fill in the form" }, ...others] };
  }
  return {
    ...{ kind, what: what.trim(), from },
    ...(organisation === "" ? { body: body.trim() } : { organisation }),
    ...(until !== undefined && { until }),
  };
}

function partyProblems(organisation: string, body: string, directory: Directory): readonly Problem[] {
  if (organisation === "" && body === "") {
    return [{ field: "organisation", message: "Enter the code of an organisation, or name another body" }];
  }
  if (organisation !== "" && body !== "") {
    return [{ field: "body", message: "Enter either a code or the name of another body, and not both" }];
  }
  if (organisation !== "" && !directory.organisations.has(organisation)) {
    return [{ field: "organisation", message: `The directory has no organisation ${organisation}` }];
  }
  return wordsProblems("body", body, undefined);
}

/** What is wrong with words that are to be kept: that there are none, where some are needed, or too many. */
export function wordsProblems(field: string, words: string, missing: string | undefined): readonly Problem[] {
  if (words.trim() === "") return missing === undefined ? [] : [{ field, message: missing }];
  return words.length > LONGEST ? [{ field, message: "Keep it to 1,000 letters" }] : [];
}
