import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityProblems } from "./axe.ts";
import { type ServedCounty, serveCounty } from "../county/served-county.ts";

const executablePath = process.env.CHROMIUM ?? "";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

/** Without a browser these tests say so and are skipped; script/browser says what to install. */
describe.skipIf(executablePath === "")("in a browser (Chromium)", { timeout: 180_000 }, () => {
  let county: ServedCounty;
  let browser: Browser;
  beforeAll(async () => {
    county = await serveCounty();
    browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await county?.close();
  });

  async function opened(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext({ baseURL: county.address, ...options })).newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    return { page, complaints };
  }

  async function goOnAs(page: Page, name: string): Promise<void> {
    await page.goto("/");
    await page.getByRole("link", { name: "Choose one of its people" }).click();
    await page.getByRole("button", { name: `Go on as ${name}` }).click();
  }

  describe.each([
    ["with scripts", { javaScriptEnabled: true }],
    ["without scripts", { javaScriptEnabled: false }],
    ["on a phone", { viewport: { width: 375, height: 800 } }],
  ] as const)("%s", (_, options) => {
    test("a practice manager goes from the front page to the activity behind one figure", async () => {
      const { page, complaints } = await opened(options);
      const isSound = async () => {
        if ("javaScriptEnabled" in options && !options.javaScriptEnabled) return;
        expect(await accessibilityProblems(page), page.url()).toEqual([]);
      };
      await goOnAs(page, "Sylvie Sedgewarbler");
      await isSound();

      await page.getByRole("link", { name: "See where the money stands" }).click();
      expect(await headingOf(page)).toMatch("Riverside Surgery");
      expect(await page.getByText("Sample figures, made up").count()).toBe(1);
      await isSound();

      await page
        .getByRole("link", { name: /^why is devolved of Hospital care/ })
        .first()
        .click();
      await isSound();
      await page.getByRole("link", { name: /^why is Activity with general growth/ }).click();
      expect(await headingOf(page)).toMatch(/^Riverside Surgery.*Why is Activity with general growth/s);
      await page.getByRole("link", { name: /^why is Activity at the budget year's prices/ }).click();
      await page.getByRole("link", { name: /^why is Last months of 2006\/07/ }).click();
      await isSound();

      const month = page.getByRole("row", { name: /October 2006, Emergency admission/ });
      const figure = ((await month.getByRole("cell").first().textContent()) ?? "").replace("£", "");
      await month.getByRole("link", { name: "The activity behind it" }).click();
      expect(await headingOf(page)).toMatch(/Emergency admission/);
      await isSound();
      expect(await page.getByRole("table").first().textContent()).toContain(figure);

      await page.getByRole("table").first().locator("tbody a").first().click();
      await isSound();
      await page
        .getByRole("link", { name: /^why is the price of row/ })
        .first()
        .click();
      expect(await headingOf(page)).toMatch(/Why is Price/);
      await isSound();
      expect(complaints).toEqual([]);
      expect(county.bugs).toEqual([]);
    });
  });

  test("the finance officer makes a draft, checks it and issues it", async () => {
    const { page } = await opened({ javaScriptEnabled: false });
    await goOnAs(page, "Wanda Waterrail");
    await page.goto("/money/pct/5ZS/2008-09");
    await page.getByRole("link", { name: /make a draft/i }).click();
    const before = await versionsOf(page);
    await page.getByRole("button", { name: "Make the draft" }).click();
    await page.getByRole("link", { name: "Check and issue" }).first().click();
    await page.getByRole("button", { name: "Issue this draft" }).click();
    expect(await versionsOf(page)).toBe(before + 1);
  });

  async function versionsOf(page: Page): Promise<number> {
    const other = await page.context().newPage();
    await other.goto("/money/pct/5ZS/2008-09");
    const count = await other.getByRole("link", { name: /^Version \d+$/ }).count();
    await other.close();
    return count;
  }

  test("a practice manager of another PCT is told why a practice is closed to them", async () => {
    const { page } = await opened();
    await goOnAs(page, "Sylvie Sedgewarbler");
    const answer = await page.goto("/money/practice/X82001/2008-09");
    expect(answer?.status()).toBe(403);
    expect(await page.locator("main").textContent()).toContain("budgets.view");
  });
});

async function headingOf(page: Page): Promise<string> {
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}
