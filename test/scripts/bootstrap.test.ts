import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SCRIPTS = fileURLToPath(new URL("../../script", import.meta.url));
const TOOLS = ["sh", "cat", "chmod", "cmp", "cp", "dirname", "echo", "grep", "mkdir", "paste", "readlink", "tr"];

/** What stands in for npm: it notes that it was asked, and installs a Node that knows its version. */
const NPM = `#!/bin/sh
echo "$@" >> asked
mkdir -p node_modules/node/bin
printf '#!/bin/sh\\necho v24.0.0\\n' > node_modules/node/bin/node
chmod +x node_modules/node/bin/node
`;
const node = (version: string): string => `#!/bin/sh\necho ${version}\n`;

describe("script/bootstrap", () => {
  let root: string;
  const at = (path: string): string => join(root, path);

  function program(name: string, text: string): void {
    writeFileSync(at(`bin/${name}`), text);
    chmodSync(at(`bin/${name}`), 0o755);
  }

  function bootstrap(...words: readonly string[]): { readonly code: number | null; readonly said: string } {
    const { status, stderr } = spawnSync(at("script/bootstrap"), words, { env: { PATH: at("bin") }, encoding: "utf8" });
    return { code: status, said: stderr };
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "chilford bootstrap "));
    mkdirSync(at("bin"));
    cpSync(SCRIPTS, at("script"), { recursive: true });
    writeFileSync(at("package-lock.json"), "{}");
    for (const tool of TOOLS)
      symlinkSync(execFileSync("which", [tool], { encoding: "utf8" }).trim(), at(`bin/${tool}`));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it("says what to do where there is no Node", () => {
    const { code, said } = bootstrap();
    expect(code).toBe(1);
    expect(said).toMatch(/No Node was found.*\nInstall Node 20 or newer/);
  });

  it("says what to do where Node is too old", () => {
    program("node", node("v18.20.1"));
    program("npm", NPM);
    const { code, said } = bootstrap();
    expect(code).toBe(1);
    expect(said).toMatch(/Node v18\.20\.1 was found, which is too old.*\nInstall Node 20 or newer/);
  });

  it("says what to do where npm is missing", () => {
    program("node", node("v20.0.0"));
    expect(bootstrap()).toMatchObject({ code: 1, said: expect.stringContaining("but not npm") });
  });

  it("installs once, and again only when the lock file has changed", () => {
    program("node", node("v20.0.0"));
    program("npm", NPM);
    const asked = (): number => readFileSync(at("asked"), "utf8").trim().split("\n").length;
    expect(bootstrap()).toMatchObject({ code: 0, said: expect.stringContaining("runs on Node v24.0.0") });
    expect(bootstrap()).toEqual({ code: 0, said: "Everything is installed.\n" });
    expect(bootstrap("--quiet")).toEqual({ code: 0, said: "" });
    expect(asked()).toBe(1);
    writeFileSync(at("package-lock.json"), '{ "lockfileVersion": 3 }');
    expect(bootstrap().code).toBe(0);
    expect(asked()).toBe(2);
  });

  it("says so where npm fails, and tries again the next time", () => {
    program("node", node("v20.0.0"));
    program("npm", "#!/bin/sh\necho 'no network' >&2\nexit 1\n");
    const { code, said } = bootstrap();
    expect(code).toBe(1);
    expect(said).toMatch(/no network\nnpm could not install the packages/);
    program("npm", NPM);
    expect(bootstrap().code).toBe(0);
  });
});
