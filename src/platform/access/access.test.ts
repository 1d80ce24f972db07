import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAccess, type Grant } from "./access.ts";
import { NotAllowed } from "./errors.ts";
import type { Person, Subject } from "./person.ts";
import { authorityOf } from "./verdict.ts";

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

  it("is refused by a bar on the place or on one above it, whatever the grants say, and says the bar's rule", () => {
    const bars = [{ permissions: ["budget.issue"], organisation: "NF", rule: "She declared an interest there." }];
    const finance = { ...person("PCT finance", "5ZZ"), bars };
    expect(access.may(finance, "budget.issue", riverside)).toMatchObject({
      allowed: false,
      rule: "She declared an interest there.",
    });
    expect(access.may(finance, "budget.view", riverside).allowed).toBe(true);
    expect(access.may(finance, "budget.issue", { organisation: "NG", within: ["NG", "5ZZ"] }).allowed).toBe(true);
  });

  it("allows whoever it is what a role may that everyone holds", () => {
    const grants = [
      { permission: "rules.view", role: "public", reach: "anywhere", rule: "Rules are public." } as const,
    ];
    const one = createAccess(grants, "public");
    const nobody = { id: "p", name: "P", posts: [] };
    expect(one.may(nobody, "rules.view").allowed).toBe(true);
    expect(one.holds(person("provider", "RZ1"), "rules.view")).toBe(true);
    expect(one.reach(nobody, "rules.view").of).toBe("everywhere");
    expect(createAccess(grants).may(nobody, "rules.view").allowed).toBe(false);
  });

  it("names the post by which it allows, and so the authority on which somebody acts", () => {
    const verdict = access.may(person("PCT finance", "5ZZ"), "budget.issue", riverside);
    expect(verdict.post).toEqual({ role: "PCT finance", organisation: "5ZZ" });
    expect(authorityOf(verdict)).toBe("PCT finance at 5ZZ: The PCT issues budgets.");
    expect(authorityOf(access.may(person("public", ""), "rules.view"))).toBe("public: Rules are public.");
    expect(authorityOf(access.may(person("public", ""), "anyone"))).toBe("Anyone may.");
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
    expect(access.demand(person("PCT finance", "5ZZ"), "budget.view", riverside).allowed).toBe(true);
  });
});

describe("reach", () => {
  it("is everywhere, or the organisations of the posts that hold the permission", () => {
    expect(access.reach(person("public", ""), "rules.view").of).toBe("everywhere");
    expect(access.reach(person("PCT finance", "5ZZ"), "budget.view")).toEqual({ of: ["5ZZ"], except: [] });
    expect(access.reach(person("public", ""), "budget.view").of).toEqual([]);
  });

  it("takes in peers where the caller names them", () => {
    const manager = person("practice manager", "X81004");
    expect(access.reach(manager, "budget.view", () => ["X81003"]).of).toEqual(["X81003", "X81004"]);
    expect(access.reach(manager, "budget.view").of).toEqual(["X81004"]);
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
    const places = fc.array(code, { minLength: 1 });
    const bars = fc.array(
      fc.record({ permissions: fc.constantFrom(["see"], ["other"]), organisation: code, rule: fc.constant("Barred.") }),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(grants, posts, places, fc.array(code), bars, (given, held, within, peers, barred) => {
        const one = createAccess(given);
        const anyone = { id: "p", name: "P", posts: held, bars: barred };
        const subject = { organisation: within[0] ?? "a", within, peers };
        const peersOf = (organisation: string) => (peers.includes(organisation) ? [subject.organisation] : []);
        const { of, except } = one.reach(anyone, "see", peersOf);
        const isExcepted = within.some((above) => except.includes(above));
        const reached = !isExcepted && (of === "everywhere" || within.some((above) => of.includes(above)));
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
