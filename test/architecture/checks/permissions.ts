import ts from "typescript";
import type { Check } from "../project.ts";
import { problemsIn, sources } from "./source.ts";

const DECLARES = new Set(["page", "form", "verb"]);

/** Every page, form and verb names its permission where it is declared. */
export const permissionsAreNamed: Check = (tree) =>
  sources(tree, /^src\/(?:features|app|sample)\/.*\.tsx?$/).flatMap((source) => {
    const declarers = importedDeclarers(source.file);
    return problemsIn(source, (node) => {
      if (!ts.isCallExpression(node) || !declarers.has(node.expression.getText())) return undefined;
      return node.arguments.some(namesPermission)
        ? undefined
        : `${node.expression.getText()}() names no permission: there is no default.`;
    });
  });

function importedDeclarers(file: ts.SourceFile): ReadonlySet<string> {
  const named = file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const from = statement.moduleSpecifier.getText().slice(1, -1);
    const bindings = statement.importClause?.namedBindings;
    return /^#platform\/(?:web|cli)\//.test(from) && bindings && ts.isNamedImports(bindings) ? bindings.elements : [];
  });
  const declarers = named.filter((element) => DECLARES.has((element.propertyName ?? element.name).text));
  return new Set(declarers.map((element) => element.name.text));
}

function namesPermission(argument: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(argument) &&
    argument.properties.some((property) => property.name?.getText() === "permission")
  );
}
