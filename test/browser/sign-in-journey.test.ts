import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeAt, secretOn } from "#platform/identity/examples/authenticator.ts";
import { accessibilityProblems } from "./axe.ts";
import { ARGUMENTS, CHROMIUM, openedPage } from "./browsing.ts";
import { type SignInWorld, startSignIn } from "./signing-in.ts";

const PASSWORD = "a quiet heron by the weir";

const textOf = async (part: Locator): Promise<string> => ((await part.textContent()) ?? "").trim();

/** Without a browser these tests say so and are skipped; script/browser says what to install. */
describe.skipIf(CHROMIUM === "").each([
  ["with scripts", { javaScriptEnabled: true }],
  ["without scripts", { javaScriptEnabled: false }],
  ["on a phone", { viewport: { width: 375, height: 800 } }],
] as const)("signing in, in a browser (Chromium) %s", { timeout: 180_000 }, (_, options: BrowserContextOptions) => {
  let world: SignInWorld;
  let browser: Browser;
  let alma: Page;
  let recoveryCode = "";
  const complaints: (readonly string[])[] = [];
  beforeAll(async () => {
    world = await startSignIn();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const opened = async (): Promise<Page> => {
    const { page, complaints: heard } = await openedPage(browser, { baseURL: world.product.address, ...options });
    complaints.push(heard);
    return page;
  };
  const isSound = async (page: Page) => {
    if (options.javaScriptEnabled === false) return;
    // biome-ignore lint/suspicious/noMisplacedAssertion: tests below ask it of each page.
    expect(await accessibilityProblems(page), page.url()).toEqual([]);
  };
  const headingOf = (page: Page) => textOf(page.getByRole("heading", { level: 1 }));
  const goOn = (page: Page) => page.getByRole("button", { name: "Go on" }).click();

  test("the first administrator comes in by the link from the command line, with a password and a second factor", async () => {
    alma = await opened();
    await alma.goto(world.firstLink);
    expect(await headingOf(alma)).toBe("You are invited");
    await isSound(alma);
    await alma.getByLabel("New password").fill("short");
    await alma.getByLabel("The same once more").fill("short");
    await goOn(alma);
    await isSound(alma);
    await alma.getByLabel("New password").fill(PASSWORD);
    await alma.getByLabel("The same once more").fill(PASSWORD);
    await goOn(alma);

    expect(await headingOf(alma)).toBe("Set up your second factor");
    await isSound(alma);
    await alma.goto("/people");
    expect(await headingOf(alma), "a password alone opens nothing").toBe("Sign in");
    await alma.goBack();
    await alma.getByLabel("Code", { exact: true }).fill(codeAt(secretOn(await alma.content()), new Date()));
    await goOn(alma);

    expect(await headingOf(alma)).toBe("Your recovery codes");
    await isSound(alma);
    recoveryCode = await textOf(alma.getByRole("listitem").locator("code").first());
    await alma.getByRole("link", { name: "I have kept them" }).click();
    expect(await textOf(alma.getByRole("navigation", { name: "Account" }))).toContain("Alma Avocet");
    await isSound(alma);
  });

  test("she signs out, and in again with the password and a recovery code, and comes to the page that she asked for", async () => {
    await alma.getByRole("button", { name: "Sign out" }).click();
    await alma.goto("/people");
    expect(await headingOf(alma)).toBe("Sign in");
    await isSound(alma);
    await alma.getByLabel("E-mail address").fill("alma@marches.example");
    await alma.getByLabel("Password").fill("a loud heron by the weir");
    await alma.getByRole("button", { name: "Sign in", exact: true }).click();
    expect(await headingOf(alma)).toBe("Sign in");
    await isSound(alma);
    await alma.getByLabel("Password").fill(PASSWORD);
    await alma.getByRole("button", { name: "Sign in", exact: true }).click();

    expect(await headingOf(alma)).toBe("Enter the code");
    await isSound(alma);
    await alma.getByRole("link", { name: "Use a recovery code instead" }).click();
    await alma.getByLabel("Recovery code").fill(recoveryCode);
    await goOn(alma);
    expect(await headingOf(alma)).toBe("People");
    await isSound(alma);
    await alma.goto("/account");
    expect(await textOf(alma.getByRole("main"))).toContain("Recovery codes, of which 9 are left");
    await isSound(alma);
  });

  test("she invites a finance officer, who signs in with an issuer from then on, and who leaves", async () => {
    await alma.goto("/people/invite");
    await isSound(alma);
    await alma.getByLabel("Name").fill("Robin Sample");
    await alma.getByLabel("E-mail address").fill("robin@marches.example");
    await alma.getByLabel("Role").selectOption("PCT finance");
    await alma.getByLabel("Organisation").fill("5QX");
    await alma.getByLabel("First day").fill("1/4/2008");
    await alma.getByRole("button", { name: "Invite" }).click();
    expect(await headingOf(alma)).toMatch(/The link to send$/);
    await isSound(alma);
    const link = await textOf(alma.locator("pre code"));

    const robin = await opened();
    world.issuing.provider.signsIn = {
      subject: "robin-at-the-trust",
      claims: { name: "Robin Sample", email: "robin@marches.example" },
    };
    await robin.goto(link);
    await robin.getByRole("link", { name: "Sign in with Marches Trust from now on" }).click();
    expect(await textOf(robin.getByRole("navigation", { name: "Account" }))).toContain("PCT finance");
    await robin.getByRole("button", { name: "Sign out" }).click();
    await robin.goto("/loads");
    await robin.getByRole("link", { name: "Sign in with Marches Trust" }).click();
    expect(await headingOf(robin)).toBe("What was loaded");
    await isSound(robin);

    await alma.goto("/people");
    await alma.getByRole("link", { name: "Robin Sample" }).click();
    await isSound(alma);
    await alma.getByRole("link", { name: "End everything: they leave" }).click();
    await isSound(alma);
    await alma.getByRole("button", { name: "End everything" }).click();
    await robin.goto("/loads");
    expect(await headingOf(robin), "access ends at once").toBe("Sign in");
  });

  test("nobody is asked to choose who they are", async () => {
    const page = await opened();
    await page.goto("/who");
    expect(await headingOf(page)).toBe("Page not found");
  });

  test("the browser complains of nothing but the refusals themselves", () => {
    expect(complaints.flat().filter((text) => !/status of (?:404|422|429|403)/.test(text))).toEqual([]);
  });
});
