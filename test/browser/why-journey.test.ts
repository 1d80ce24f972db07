import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedCounty, serveCounty } from "../county/served-county.ts";
import { accessibilityProblems } from "./axe.ts";
import { ARGUMENTS, CHROMIUM, openedPage } from "./browsing.ts";

/** Without a browser these tests say so and are skipped; script/browser says what to install. */
describe.skipIf(CHROMIUM === "")("in a browser (Chromium)", { timeout: 180_000 }, () => {
  let county: ServedCounty;
  let browser: Browser;
  beforeAll(async () => {
    county = await serveCounty();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await county?.close();
  });

  const opened = (options: BrowserContextOptions = {}) => openedPage(browser, { baseURL: county.address, ...options });

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

  test("the way to a practice's budget is gone with the keyboard alone, past the header at once", async () => {
    const { page } = await opened();
    await page.goto("/");
    await page.keyboard.press("Tab");
    expect(await focusedText(page)).toBe("Skip to main content");
    await follow(page, "Choose one of its people");
    await follow(page, "Go on as Sylvie Sedgewarbler");
    await follow(page, "See where the money stands");
    expect(await headingOf(page)).toMatch("Riverside Surgery");
  });

  test.each(["/accessibility", "/privacy"])("%s is sound, and led to from the foot of every page", async (address) => {
    const { page, complaints } = await opened();
    await page.goto("/");
    await page.locator(`footer a[href="${address}"]`).click();
    expect(page.url()).toBe(`${county.address}${address}`);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
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

/** Goes on by keyboard to what is called so, and presses it. */
async function follow(page: Page, name: string): Promise<void> {
  for (let at = 0; !(await focusedText(page)).startsWith(name); at += 1) {
    if (at === 100) throw new Error(`The keyboard does not come to “${name}” at ${page.url()}`);
    await page.keyboard.press("Tab");
  }
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
}

async function focusedText(page: Page): Promise<string> {
  const focused = page.locator("*:focus");
  return (await focused.count()) === 0 ? "" : ((await focused.first().textContent()) ?? "").trim();
}
