import ts from "typescript";
import type { Check } from "../project.ts";
import { problemsIn, sources } from "./source.ts";

/** Only the app says who sees everything, and the lake what it holds; everybody else passes on the sight they were given. */
export const sightIsPassedOn: Check = (tree) =>
  sources(tree, /^src\/(?!app\/|platform\/(?:lake|access)\/).*\.tsx?$/)
    .filter(({ path }) => !path.includes("/examples/"))
    .flatMap((source) =>
      problemsIn(source, (node) =>
        takesAll(node) || saysAll(node)
          ? "Sight of everything is given in src/app alone: pass on the reader's, or name the commissioner worked for."
          : undefined,
      ),
    );

function takesAll(node: ts.Node): boolean {
  if (!ts.isImportSpecifier(node) || (node.propertyName ?? node.name).text !== "EVERYWHERE") return false;
  return /access\/sight\.ts/.test(node.parent.parent.parent.getText());
}

function saysAll(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== "sight") return false;
  return ts.isStringLiteralLike(node.initializer) && node.initializer.text === "everywhere";
}
