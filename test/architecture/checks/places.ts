import { type Check, filesAt } from "../project.ts";

/** Folders of one person's machine, and hosts that packages are fetched from; written so as not to find themselves. */
const PLACES = [
  /(?<![\w.])\/(?:home|Users)\/[\w.-]+\//,
  /(?<![\w./])\/(?:work|root|workspace)\/[\w.-]+/,
  /[A-Z]:\\Users\\/,
  /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b/,
  /\bartifactory\b/i,
];

/** Nothing in the tree names a place on someone's machine or a package registry. */
export const placesAreNotNamed: Check = (tree) =>
  filesAt(tree, /./)
    .filter(([path]) => path !== "test/architecture/files.test.ts")
    .flatMap(([path, text]) =>
      text.split("\n").flatMap((line, index) => {
        const found = PLACES.map((place) => place.exec(line)?.[0]).find((match) => match !== undefined);
        return found === undefined
          ? []
          : [{ at: `${path}:${index + 1}`, what: `Names ${found}, which is one machine's.` }];
      }),
    );
