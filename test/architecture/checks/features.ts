import { type Check, filesAt, type Problem, type Tree } from "../project.ts";

const ROOMS = new Set(["app", "features", "sample", "platform", "kernel"]);

/** src/ holds the five rooms and nothing else. */
export const roomsAreKnown: Check = (tree) =>
  filesAt(tree, /^src\//)
    .filter(([path]) => !ROOMS.has(path.split("/")[1] ?? ""))
    .map(([path]) => ({ at: path, what: `src/ has the rooms ${[...ROOMS].join(", ")}; see ARCHITECTURE.md.` }));

/** Every feature stands in the order, has its door, and says what it is for in at most thirty lines. */
export const featuresAreWhole: Check = (tree) => {
  const order = JSON.parse(tree.get("src/features/order.json") ?? "[]") as readonly string[];
  const found = new Set(filesAt(tree, /^src\/features\/[^/]+\//).map(([path]) => path.split("/")[2] ?? ""));
  return [...found].flatMap((feature) => featureProblems(tree, feature, order));
};

function featureProblems(tree: Tree, feature: string, order: readonly string[]): readonly Problem[] {
  const at = `src/features/${feature}`;
  const readme = tree.get(`${at}/README.md`);
  const rules: readonly (readonly [boolean, string])[] = [
    [order.includes(feature), "Stands in no place of src/features/order.json, which says what may use what."],
    [tree.has(`${at}/index.ts`), "Has no index.ts, the door through which others reach it."],
    [readme !== undefined, "Has no README.md that says what it is for and which paragraphs it follows."],
    [(readme ?? "").trimEnd().split("\n").length <= 30, "Its README.md has more than 30 lines."],
  ];
  return rules.filter(([kept]) => !kept).map(([, what]) => ({ at, what }));
}
