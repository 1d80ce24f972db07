import ts from "typescript";
import type { Check } from "../project.ts";
import { problemsIn, sources } from "./source.ts";

const CLOCKS = new Set(["Date.now", "performance.now", "Math.random"]);

/** Only src/app reads the clock or draws lots; all else is given the time, so that it can be run again. */
export const clockIsPassedIn: Check = (tree) =>
  sources(tree, /^src\/(?!app\/).*\.tsx?$/).flatMap((source) =>
    problemsIn(source, (node) => {
      const made = ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
      const asked = ts.isCallExpression(node) && CLOCKS.has(node.expression.getText());
      return made || asked
        ? `${node.getText()} outside src/app: take the time or the choice as an argument.`
        : undefined;
    }),
  );
