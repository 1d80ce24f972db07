import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadRulebook, loadSources } from "#features/rulebook/index.ts";
import { day } from "#kernel/period.ts";
import { createAccess } from "#platform/access/access.ts";
import { openAssets } from "#platform/web/assets/assets.ts";
import { createWeb } from "#platform/web/create-web.ts";
import { periodsOn } from "./retention-periods.ts";
import { type StatementWiring, statementPages } from "./statement-pages.tsx";

const rulebook = loadRulebook(["rulebook"], loadSources("docs/sources"));

async function shown(address: string, more: Partial<StatementWiring> = {}) {
  const app = createWeb({
    access: createAccess([]),
    identify: () => undefined,
    visitor: { id: "visitor", name: "Visitor", posts: [] },
    layout: { service: "Chilford", home: "/", navigation: [], footer: [], owner: "Chilford" },
    pages: statementPages({ rulebook, configuration: {}, madeUp: false, ...more }),
    assets: await openAssets({ cache: join(tmpdir(), "chilford-test-assets") }),
    ...{ secret: "a secret that is long enough for a test", secure: false, newId: () => "id", log: () => undefined },
    now: () => new Date("2026-04-28T09:00:00Z"),
  });
  const response = await app.request(address);
  const words = (await response.text()).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  return { status: response.status, words: words.replaceAll("&#x27;", "'") };
}

describe.each(["/accessibility", "/privacy"])("%s", (address) => {
  test("is open to all, and names who runs the service and how to reach them where that is configured", async () => {
    const configuration = { organisation: "Fenmere North PCT", contact: "pbc@fenmere.example" };
    const { status, words } = await shown(address, { configuration });
    expect(status).toBe(200);
    expect(words).toContain("Fenmere North PCT");
    expect(words).toContain("pbc@fenmere.example");
  });

  test("says so plainly where it is not configured", async () => {
    const { words } = await shown(address);
    expect(words).toContain("the organisation that runs this service");
    expect(words).toContain("whoever invited you");
  });
});

describe("the privacy notice", () => {
  test("gives the periods that the rulebook has on the day", async () => {
    const { words } = await shown("/privacy");
    for (const { what, period } of periodsOn(rulebook, day("2026-04-28"))) expect(words).toContain(`${what} ${period}`);
    expect(words).toContain("Your name and e-mail address 6 years after you left");
    expect(words).toContain("Your sign-in account 3 months after you left");
  });

  test("names every retention rule that there is", () => {
    const rules = new Set(rulebook.values.map(({ rule }) => rule).filter((rule) => rule.startsWith("retention.")));
    expect(periodsOn(rulebook, day("2026-04-28"))).toHaveLength(rules.size);
  });

  test("says of a sample service that nobody in it is real", async () => {
    expect((await shown("/privacy", { madeUp: "made up" })).words).toContain("This is a sample service.");
    expect((await shown("/privacy")).words).not.toContain("This is a sample service.");
  });
});
