import { type Check, filesAt } from "../project.ts";

const EMPTY = new Set(["util", "utils", "utility", "utilities", "helper", "helpers", "common", "misc", "manager"]);
/** A role that the sources name; everything else called a manager is a file without a subject. */
const ROLES = new Set(["practice-manager"]);

/** No file or folder has a name that says nothing about what is inside. */
export const namesSaySomething: Check = (tree) =>
  filesAt(tree, /^(?:src|test|script|rulebook|reference)\//).flatMap(([path]) => {
    const stems = path.split("/").map((part) => part.split(".")[0] ?? "");
    const empty = stems
      .filter((stem) => !ROLES.has(stem))
      .flatMap((stem) => stem.split("-"))
      .find((word) => EMPTY.has(word));
    return empty === undefined ? [] : [{ at: path, what: `Named "${empty}": name it for what it holds or does.` }];
  });
