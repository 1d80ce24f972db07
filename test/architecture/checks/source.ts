import ts from "typescript";
import { filesAt, isTest, type Problem, type Tree } from "../project.ts";

/** A source file parsed, with the line of each of its nodes. */
export interface Source {
  readonly path: string;
  readonly file: ts.SourceFile;
}

/** The product's own TypeScript, tests left out. */
export function sources(tree: Tree, form = /^src\/.*\.tsx?$/): readonly Source[] {
  return filesAt(tree, form)
    .filter(([path]) => !isTest(path))
    .map(([path, text]) => ({ path, file: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }));
}

/** Every node of a source for which a question has an answer, as problems at its line. */
export function problemsIn({ path, file }: Source, ask: (node: ts.Node) => string | undefined): readonly Problem[] {
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    const what = ask(node);
    if (what !== undefined) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      problems.push({ at: `${path}:${line}`, what });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return problems;
}
