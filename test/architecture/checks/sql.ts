import ts from "typescript";
import { type Check, filesAt, isTest, type Problem } from "../project.ts";
import { problemsIn, sources } from "./source.ts";

const BUILDERS = /^src\/platform\/(?:engine|lake|record)\//;
const STATEMENT =
  /^\s*(?:(?:SELECT|select)\s[\s\S]*\b(?:FROM|from)\b|(?:INSERT|insert)\s+(?:INTO|into)\s|(?:UPDATE|update)\s+\S+\s+(?:SET|set)\s|(?:DELETE|delete)\s+(?:FROM|from)\s|(?:CREATE|create)\s+(?:OR\s+REPLACE\s+)?(?:TABLE|table|VIEW|view|INDEX|index|TEMP)\b|(?:WITH|with)\s+\S+\s+(?:AS|as)\s*\(|(?:COPY|ALTER|DROP|TRUNCATE)\s)/;

/** SQL stands in .sql files; only the engine, the lake and the record may put a statement together. */
export const sqlInItsFiles: Check = (tree) =>
  sources(tree)
    .filter(({ path }) => !BUILDERS.test(path))
    .flatMap((source) =>
      problemsIn(source, (node) => {
        const tagged = ts.isTaggedTemplateExpression(node) && node.tag.getText() === "sql";
        return tagged || STATEMENT.test(literalText(node))
          ? "SQL in code: put it in a .sql file under models/, with named parameters."
          : undefined;
      }),
    );

function literalText(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.getText().slice(1);
  return "";
}

/** A model says its grain and source before anything else, and ends in the order of its grain. */
export const modelsSayTheirGrain: Check = (tree) =>
  filesAt(tree, /^src\/.*\.sql$/)
    .filter(([path]) => !isTest(path))
    .flatMap(([path, text]) => {
      const header = /^(?:--.*\n)+/.exec(text)?.[0] ?? "";
      const body = text.replace(/--.*$/gm, "");
      if (header === "") return [{ at: path, what: "Opens without a comment: say what one row is, and its source." }];
      return isModel(path, body) ? modelProblems(path, header, body) : [];
    });

const isModel = (path: string, body: string): boolean =>
  path.includes("/models/") || /^\s*(?:SELECT|WITH)\b/i.test(body);

function modelProblems(path: string, header: string, body: string): readonly Problem[] {
  const rules: readonly (readonly [boolean, string])[] = [
    [/one row (?:per|for)\b/i.test(header), 'The opening comment lacks the grain: "One row per ...".'],
    [/\bSource: \S/.test(header), 'The opening comment lacks its source: "Source: ...".'],
    [endsInOrder(body), "Does not end with ORDER BY its grain, so that the same rows may come in another order."],
  ];
  return rules.filter(([kept]) => !kept).map(([, what]) => ({ at: path, what }));
}

/** Whether the last ORDER BY is the outermost query's and nothing but its list follows. */
function endsInOrder(body: string): boolean {
  const rest = /^[\s\S]*\bORDER\s+BY\b([\s\S]*)$/i.exec(body)?.[1];
  if (rest === undefined || /\b(?:FROM|WHERE|SELECT|JOIN|UNION)\b/i.test(rest)) return false;
  let depth = 0;
  for (const character of rest) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
