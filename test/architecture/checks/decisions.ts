import { type Check, filesAt, type Problem } from "../project.ts";

const HEADINGS = ["Context", "Options", "Decision", "Consequences", "How it is enforced"];

/** Decisions are numbered from one without gap or repeat, and each has the same five parts in the same order. */
export const decisionsAreWhole: Check = (tree) => {
  const records = filesAt(tree, /^docs\/decisions\/(?!README\.md$)[^/]+$/);
  return records.flatMap(([path, text], at) => {
    const number = String(at + 1).padStart(4, "0");
    const name = new RegExp(`^docs/decisions/${number}-[a-z0-9]+(?:-[a-z0-9]+)*\\.md$`);
    return [
      ...(name.test(path) ? [] : [{ at: path, what: `Should be number ${number}, as ${number}-a-few-words.md.` }]),
      ...headingProblems(path, text, Number(number)),
    ];
  });
};

function headingProblems(path: string, text: string, number: number): readonly Problem[] {
  const found = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  const title = text.startsWith(`# ${number}. `);
  return [
    ...(title ? [] : [{ at: path, what: `Opens with "# ${number}. " and its title.` }]),
    ...(found.join() === HEADINGS.join() ? [] : [{ at: path, what: `Its parts are: ${HEADINGS.join(", ")}.` }]),
  ];
}

/** A fragment in changes/ is one dated-by-release line or more, each under what kind of change it is. */
export const changesAreSorted: Check = (tree) =>
  filesAt(tree, /^changes\/(?!README\.md$)/).flatMap(([path, text]) => {
    const named = /^changes\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/.test(path);
    const sorted = text
      .trimEnd()
      .split("\n")
      .every((line) => /^(?:- (?:Added|Changed|Fixed|Removed): \S| {2}\S)/.test(line));
    return named && sorted
      ? []
      : [{ at: path, what: 'A change is changes/a-few-words.md with lines like "- Added: what a user can now do".' }];
  });
