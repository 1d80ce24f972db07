import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createAccess } from "../access/access.ts";
import { createWeb } from "./create-web.ts";
import { isOurs, redirect } from "./outcome.ts";
import { form, page } from "./page.ts";
import type { Web } from "./web.ts";

const content = () => ({ title: "A page", body: "content" });
const subject = () => ({ organisation: "A1", within: ["A1"] });

describe("declaring a page", () => {
  it("does not compile without a permission, or without whose affairs it is about", () => {
    // @ts-expect-error no guard at all
    expect(page("/x", content)).toBeDefined();
    // @ts-expect-error no permission
    expect(page("/x", { subject }, content)).toBeDefined();
    // @ts-expect-error a permission, but no subject
    expect(page("/x", { permission: "note.read" }, content)).toBeDefined();
    // @ts-expect-error a form without a permission
    expect(form("/x", { subject, reads: z.object({}) }, () => redirect("/"))).toBeDefined();
    expect(page("/x", { permission: "note.read", subject }, content).permission).toBe("note.read");
    expect(page("/x", { permission: "anyone" }, content).permission).toBe("anyone");
  });

  it("knows the parameters of its path", () => {
    const declared = page("/notes/:place/:year", { permission: "note.read", subject }, ({ params }) => {
      // @ts-expect-error the path has no month
      const { place, year, month } = params;
      return { title: `${place} ${year} ${month}`, body: null };
    });
    expect(declared.path).toBe("/notes/:place/:year");
  });
});

describe("a web", () => {
  const access = createAccess([{ permission: "note.read", role: "clerk", reach: "within", rule: "Clerks read." }]);
  const rest = { secret: "a secret that is long enough to be one" } as Omit<Web<"note.read">, "access" | "pages">;

  it("is refused with a page whose permission nobody is granted, by the compiler and at the start", () => {
    const stray = page("/x", { permission: "note.burn", subject }, content);
    // @ts-expect-error the permission is not among the grants
    expect(() => createWeb({ ...rest, access, pages: [stray] })).toThrow("No grant gives “note.burn”, which /x needs");
  });

  it("is refused with two pages at one path", () => {
    const twice = page("/x", { permission: "note.read", subject }, content);
    expect(() => createWeb({ ...rest, access, pages: [twice, twice] })).toThrow("Two pages have the path /x");
  });
});

describe("redirects", () => {
  it("stay within the service", () => {
    expect(redirect("/notes?saved=1")).toEqual({ kind: "redirect", to: "/notes?saved=1" });
    for (const away of ["//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil.example", ""]) {
      expect(isOurs(away), away).toBe(false);
      expect(() => redirect(away)).toThrow("may not leave the service");
    }
  });
});
