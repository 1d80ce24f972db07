import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createAccess } from "#platform/access/access.ts";
import { type Assets, openAssets } from "#platform/web/assets/assets.ts";
import { createWeb } from "#platform/web/create-web.ts";
import { loadRulebook, loadSources } from "../files/folders.ts";
import { pages } from "./rulebook-pages.ts";

const rulebook = loadRulebook(["rulebook"], loadSources("docs/sources"));
let assets: Assets;
beforeAll(async () => {
  assets = await openAssets({ cache: path.join(tmpdir(), "chilford-test-assets") });
});

/** What a visitor who has not signed in gets at an address. */
async function visit(address: string) {
  const visitor = { id: "visitor", name: "", posts: [] };
  const web = createWeb({
    access: createAccess([]),
    identify: () => undefined,
    visitor,
    layout: { service: "Chilford", home: "/", navigation: [], footer: [], owner: "Chilford" },
    pages: pages({ rulebook }),
    assets,
    secret: "a secret that is long enough for a test",
    secure: false,
    now: () => new Date("2008-06-01T12:00:00Z"),
    newId: () => "id",
    log: () => {},
  });
  const response = await web.request(address);
  return { status: response.status, html: await response.text() };
}

describe("the rules in force", () => {
  test("are shown to anyone for a place and a day, with the sentence, who set it, since when and the paragraph", async () => {
    const { status, html } = await visit("/rules?place=hertfordshire&on=2007-04-01");
    expect(status).toBe(200);
    expect(html).toContain("Rules in force in Hertfordshire");
    expect(html).toContain("1 April 2007");
    expect(html).toContain("No shift is more than 1% of the practice&#x27;s indicative budget in scope.");
    expect(html).toContain('<a href="/sources/003#A1-16">003 ¶A1-16</a>');
    expect(html).toContain("3% to 5%");
  });

  test("say what the place sets for itself beside what would hold without it", async () => {
    const { html } = await visit("/rules?place=hertfordshire&on=2007-04-01");
    expect(html).toContain("What Hertfordshire says for itself");
    expect(html).toContain("The same, from England");
    expect(html).toContain("Hertfordshire set 7 of them: 4 as a wider place has them, 3 of its own.");
  });

  test("are those of England today where nothing is asked", async () => {
    const { html } = await visit("/rules");
    expect(html).toContain("Rules in force in England");
    expect(html).toContain("1 June 2008");
  });

  test("ask for a day again where the text is none, and show today meanwhile", async () => {
    const { status, html } = await visit("/rules?place=england&on=%3Cb%3Elast+year");
    expect(status).toBe(200);
    expect(html).toContain("&lt;b&gt;last year is not a day. Enter a day like 2007-04-01.");
    expect(html).not.toContain("<b>last year");
    expect(html).toContain("1 June 2008");
  });

  test.each(["/rules?place=atlantis", "/rules/fair-share.depth", "/sources/999"])(
    "%s is not found",
    async (address) => {
      expect((await visit(address)).status).toBe(404);
    },
  );
});

describe("a rule", () => {
  test("shows each value it had, latest first, with what the paragraph says and the value in full", async () => {
    const { html } = await visit("/rules/prescribing.weights?place=hertfordshire");
    expect(html.indexOf("from 1 April 2013")).toBeGreaterThan(0);
    expect(html.indexOf("from 1 April 2013")).toBeLessThan(html.indexOf("from 1 April 2000"));
    expect(html).toContain("astro-pu-2013 ¶cost-1");
    expect(html).toContain("men: 11343075");
  });

  test("that nobody set says who can", async () => {
    const { status, html } = await visit("/rules/growth.overall?place=england");
    expect(status).toBe(200);
    expect(html).toContain("No value yet");
  });
});

describe("the sources", () => {
  test("are listed with how much of each was read", async () => {
    const { html } = await visit("/sources");
    expect(html).toContain("Framework for practice-based commissioning in Hertfordshire, 2007/08");
    expect(html).toContain("the guidance text not at all");
  });

  test("have an anchor for each paragraph and lead to the rules that rest on it", async () => {
    const { html } = await visit("/sources/003");
    expect(html).toContain('<p id="2.2.4-3">');
    expect(html).toContain('<a href="/rules/fair-share.tolerance?place=hertfordshire">');
  });
});
