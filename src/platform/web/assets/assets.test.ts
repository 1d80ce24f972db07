import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Assets, openAssets } from "./assets.ts";

let cache: string;
let assets: Assets;
const text = (address: string | undefined) => new TextDecoder().decode(assets.at(address ?? "")?.body);

beforeAll(async () => {
  cache = await mkdtemp(path.join(tmpdir(), "assets-"));
  assets = await openAssets({ cache });
});
afterAll(() => rm(cache, { recursive: true }));

describe("assets", () => {
  it("have a stylesheet in Arial that asks no other host for anything", () => {
    const css = assets.stylesheets.map(text).join("\n");
    expect(css).toContain(".nhsuk-header");
    expect(css).toContain("font-family: Arial, sans-serif");
    expect(css).not.toMatch(/frutiger|https?:|url\("?data:/i);
  });

  it("are all there, each under the hash of its content", () => {
    const css = assets.stylesheets.map(text).join("\n");
    const named = Array.from(css.matchAll(/url\("?([^")]+)/g), ([, address]) => address);
    expect(named.length).toBeGreaterThan(0);
    for (const address of [...named, ...assets.stylesheets, assets.script, assets.icon]) {
      expect(address).toMatch(/^\/assets\/[a-z-]+\.[0-9a-f]{12}\.(css|js|svg)$/);
      expect(text(address), address).not.toBe("");
    }
  });

  it("have a script that loads the design system's from this server", () => {
    const [, library] = /from "\.(\/[^"]+)"/.exec(text(assets.script)) ?? [];
    expect(text(`/assets${library}`)).toContain("initAll");
  });

  it("are made once: a second start finds the stylesheet and gives the same addresses", async () => {
    const again = await openAssets({ cache });
    expect(again.stylesheets).toEqual(assets.stylesheets);
    expect(await readdir(cache)).toHaveLength(1);
  });

  it("hold nothing else", () => {
    expect(assets.at("/assets/../package.json")).toBeUndefined();
  });
});
