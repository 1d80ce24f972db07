import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** The browser that the tests drive; nothing where there is none, and they then say so and are skipped. */
export const CHROMIUM = process.env.CHROMIUM ?? "";

/** How it is started on a machine without a screen. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

/** A new page of somebody who was never there, and what the browser complained of on it. */
export async function openedPage(
  browser: Browser,
  options: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await (await browser.newContext(options)).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints };
}
