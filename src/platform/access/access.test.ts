import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAccess, type Grant } from "./access.ts";
import { NotAllowed } from "./errors.ts";
import type { Person, Subject } from "./person.ts";

const access = createAccess([
  { permission: "budget.view", role: "practice manager", reach: "peers", rule: "Practices see their peers' budgets." },
  { permission: "budget.view", role: "PCT finance", reach: "within", rule: "The PCT sees its practices' budgets." },
  { permission: "budget.issue", role: "PCT finance", reach: "within", rule: "The PCT issues budgets." },
  { permission: "rules.view", role: "public", reach: "anywhere", rule: "Rules are public." },
]);

const person = (role: string, organisation: string): Person => ({
  id: "p1",
  name: "Alex Example",
  posts: [{ role, organisation }],
});
const riverside: Subject = { organisation: "X81003", within: ["X81003", "NF", "5ZZ", "Q99"], peers: ["X81004"] };

describe("may", () => {
  it("allows what a grant covers and says by which rule", () => {
    const verdict = access.may(person("PCT finance", "5ZZ"), "budget.view", riverside);
    expect(verdict).toMatchObject({ allowed: true, rule: "The PCT sees its practices' budgets." });
  });

  it("refuses another place's affairs, says what is missing and whom to ask", () => {
    const verdict = access.may(person("PCT finance", "5YY"), "budget.issue", riverside);
    expect(verdict).toEqual({
      allowed: false,
      permission: "budget.issue",
      rule: "No rule allows “budget.issue” for X81003 to PCT finance at 5YY.",
      heldBy: ["PCT finance"],
    });
  });

  it("reaches peers only by a grant that says so, and only those the subject names", () => {
    expect(access.may(person("practice manager", "X81004"), "budget.view", riverside).allowed).toBe(true);
    expect(access.may(person("practice manager", "X81005"), "budget.view", riverside).allowed).toBe(false);
    expect(access.may(person("practice manager", "X81004"), "budget.issue", riverside).allowed).toBe(false);
  });

  it("reaches up to nobody: a practice does not see its PCT", () => {
    const pct: Subject = { organisation: "5ZZ", within: ["5ZZ", "Q99"] };
    expect(access.may(person("practice manager", "X81003"), "budget.view", pct).allowed).toBe(false);
  });

  it("allows anywhere without a subject, and within only with one", () => {
    expect(access.may(person("public", ""), "rules.view").allowed).toBe(true);
    expect(access.may(person("PCT finance", "5ZZ"), "budget.view").allowed).toBe(false);
  });

  it("allows everybody what anyone may", () => {
    expect(access.may({ id: "", name: "", posts: [] }, "anyone").allowed).toBe(true);
  });

  it("knows only the permissions of its grants", () => {
    expect(access.permissions).toEqual(["budget.view", "budget.issue", "rules.view"]);
    // @ts-expect-error a permission that no grant names does not compile
    expect(access.may(person("PCT finance", "5ZZ"), "budget.burn", riverside).allowed).toBe(false);
  });

  it("is demanded by throwing the refusal", () => {
    expect(() => access.demand(person("public", ""), "budget.view", riverside)).toThrow(NotAllowed);
    expect(access.demand(person("PCT finance", "5ZZ"), "budget.view", riverside)).toBeUndefined();
  });
});

describe("reach", () => {
  it("is everywhere, or the organisations of the posts that hold the permission", () => {
    expect(access.reach(person("public", ""), "rules.view")).toBe("everywhere");
    expect(access.reach(person("PCT finance", "5ZZ"), "budget.view")).toEqual(["5ZZ"]);
    expect(access.reach(person("public", ""), "budget.view")).toEqual([]);
  });

  it("takes in peers where the caller names them", () => {
    const manager = person("practice manager", "X81004");
    expect(access.reach(manager, "budget.view", () => ["X81003"])).toEqual(["X81003", "X81004"]);
    expect(access.reach(manager, "budget.view")).toEqual(["X81004"]);
  });

  it("agrees with may on every subject", () => {
    const code: fc.Arbitrary<string> = fc.constantFrom("a", "b", "c", "d");
    const grants: fc.Arbitrary<Grant<"see">[]> = fc.array(
      fc.record({
        permission: fc.constant("see" as const),
        role: fc.constantFrom("r1", "r2"),
        reach: fc.constantFrom("within" as const, "peers" as const, "anywhere" as const),
        rule: fc.constant("A rule."),
      }),
    );
    const posts = fc.array(fc.record({ role: fc.constantFrom("r1", "r2"), organisation: code }));
    fc.assert(
      fc.property(grants, posts, fc.array(code, { minLength: 1 }), fc.array(code), (given, held, within, peers) => {
        const one = createAccess(given);
        const anyone = { id: "p", name: "P", posts: held };
        const subject = { organisation: within[0] ?? "a", within, peers };
        const peersOf = (organisation: string) => (peers.includes(organisation) ? [subject.organisation] : []);
        const reach = one.reach(anyone, "see", peersOf);
        const reached = reach === "everywhere" || within.some((above) => reach.includes(above));
        expect(one.may(anyone, "see", subject).allowed).toBe(reached);
      }),
    );
  });
});

describe("grants", () => {
  it("are refused without a rule", () => {
    const silent = () => createAccess([{ permission: "x", role: "y", reach: "within", rule: " " }]);
    expect(silent).toThrow("The grant of x to y has no rule");
  });
});
