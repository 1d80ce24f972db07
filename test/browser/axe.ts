import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe finds wrong with the page as it is, one line each; run beside the page, so that its policy stays as it is. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  const violations = (await page.evaluate(
    async ([source, tags]) => {
      const axe = new Function(`${source}; return axe;`)() as {
        run(of: unknown, options: unknown): Promise<{ readonly violations: readonly Violation[] }>;
      };
      const { violations: found } = await axe.run((globalThis as unknown as { readonly document: unknown }).document, {
        runOnly: tags,
      });
      return found.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target: target.map(String) })) }));
    },
    [AXE, TAGS] as const,
  )) as readonly Violation[];
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
}
