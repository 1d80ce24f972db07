import { describe, expect, test } from "vitest";
import { day } from "#kernel/period.ts";
import { decide, type PersonCommand } from "./decisions.ts";
import { around, askedPost, following, inviting, LAPSES, member, TODAY } from "./examples/example-people.ts";
import { heldOn, NOBODY, type PersonState } from "./rules/record/person-state.ts";

const ADMINISTRATOR = askedPost({ id: "a1", role: "administrator" });
const CARA = { person: "cara", organisation: "5QX", from: day("2007-01-01") };
const BOB = { person: "bob", organisation: "5QX", from: day("2008-04-01") };

/** The codes for which a command is refused, or the types of what it records. */
function outcome(state: PersonState, command: PersonCommand, circumstances = around()): readonly string[] {
  const decision = decide(state, command, circumstances);
  return "refused" in decision
    ? decision.refused.map(({ code }) => code)
    : decision.events.map(({ type }) => `+${type}`);
}

describe("an invitation", () => {
  const invited = following(NOBODY, [inviting(askedPost())]);
  const accept = { kind: "accept-invitation", tokenHash: "hash-1" } as const;

  test("gives nothing before it is accepted, and its posts from then on", () => {
    expect(heldOn(invited, TODAY)).toEqual([]);
    expect(heldOn(following(invited, [accept]), TODAY)).toMatchObject([{ role: "PCT finance", organisation: "5QX" }]);
  });

  test("is accepted once, by its token, before the instant at which it lapses", () => {
    expect(outcome(invited, { ...accept, tokenHash: "hash-2" })).toEqual(["invitation-unknown"]);
    expect(outcome(invited, accept, around({ at: LAPSES }))).toEqual(["invitation-unknown"]);
    expect(outcome(invited, accept, around({ at: "2008-05-20T08:59:59.999Z" }))).toEqual(["+invitation-accepted"]);
    expect(outcome(following(invited, [accept]), accept)).toEqual(["invitation-unknown"]);
    expect(outcome(NOBODY, accept)).toEqual(["invitation-unknown"]);
  });

  test("sent again has a new token, and the one before stops", () => {
    const open = { tokenHash: "hash-2", lapsesAt: LAPSES };
    const again = following(invited, [{ kind: "invite-again", open, byOperator: false }]);
    expect(outcome(again, accept)).toEqual(["invitation-unknown"]);
    expect(outcome(again, { ...accept, tokenHash: "hash-2" })).toEqual(["+invitation-accepted"]);
  });

  test("is withdrawn, and then nobody comes in by it; who never came may be invited anew", () => {
    const withdrawn = following(invited, [{ kind: "withdraw-invitation" }]);
    expect(withdrawn.standing).toBe("withdrawn");
    expect(outcome(withdrawn, accept)).toEqual(["invitation-unknown"]);
    expect(outcome(withdrawn, { kind: "withdraw-invitation" })).toEqual(["not-invited"]);
    expect(outcome(withdrawn, inviting(askedPost({ id: "p2" })))).toEqual(["+person-invited"]);
  });

  test("is refused to who is in, with an address that is taken, without posts, and to oneself", () => {
    expect(outcome(invited, inviting(askedPost({ id: "p2", from: TODAY })))).toContain("already-in");
    expect(outcome(NOBODY, inviting(askedPost()), around({ isEmailTaken: true }))).toEqual(["email-taken"]);
    expect(outcome(NOBODY, inviting())).toEqual(["no-posts"]);
    expect(outcome(NOBODY, inviting(askedPost()), around({ actor: "bob" }))).toEqual(["own-doing"]);
  });

  test("of a first administrator is refused where there is one", () => {
    const first = { ...inviting(ADMINISTRATOR), isFirst: true };
    expect(outcome(NOBODY, first)).toEqual(["+person-invited", "+administrators-told"]);
    expect(outcome(NOBODY, first, around({ administrators: [CARA] }))).toEqual(["has-administrator"]);
    const gone = { ...CARA, until: day("2008-05-05") };
    expect(outcome(NOBODY, first, around({ administrators: [gone] }))).toEqual([
      "+person-invited",
      "+administrators-told",
    ]);
  });
});

describe("a new way in", () => {
  const open = { tokenHash: "hash-2", lapsesAt: LAPSES, renews: "password" } as const;
  const renew = { kind: "invite-again", open, byOperator: false } as const;

  test("is given to a member and told; who is no member has none", () => {
    expect(outcome(member(askedPost()), renew)).toEqual(["+invitation-renewed", "+administrators-told"]);
    expect(outcome(NOBODY, renew)).toEqual(["not-invited"]);
    expect(outcome(member(askedPost()), renew, around({ actor: "bob" }))).toEqual(["own-doing"]);
  });

  test("of an administrator is for the operator alone, so that no administrator comes in as another", () => {
    expect(outcome(member(ADMINISTRATOR), renew)).toEqual(["administrator-renewal"]);
    expect(outcome(member(ADMINISTRATOR), { ...renew, byOperator: true })).toContain("+invitation-renewed");
  });
});

describe("a post", () => {
  const given = (more: object) =>
    outcome(member(askedPost()), { kind: "give-post", post: askedPost({ id: "p2", ...more }) });

  test.each([
    ["of a role that is none", { role: "king" }, ["role-unknown"]],
    ["of a role that nobody is given", { role: "public" }, ["role-not-given"]],
    ["at an organisation that is not in the directory", { role: "LMC", kind: undefined }, ["organisation-unknown"]],
    ["where the role is not held", { role: "practice manager" }, ["role-elsewhere"]],
    ["that ends before it begins", { role: "LMC", until: day("2008-03-31") }, ["dates-backwards"]],
    ["that is over", { role: "LMC", until: day("2008-05-05") }, ["post-over"]],
    ["of the same role at the same place at the same time", { from: day("2010-01-01") }, ["post-overlaps"]],
  ])("%s is refused", (_what, more, codes) => {
    expect(given(more)).toEqual(codes);
  });

  test("is held from its first to its last day, both included", () => {
    const until = day("2008-06-30");
    const state = member(askedPost({ until }));
    const held = (on: string) => heldOn(state, day(on)).length;
    expect([held("2008-03-31"), held("2008-04-01"), held("2008-06-30"), held("2008-07-01")]).toEqual([0, 1, 1, 0]);
    expect(given({ role: "LMC", until: TODAY })).toEqual(["+post-given"]);
  });

  test("follows another of the same role without sharing a day", () => {
    const state = member(askedPost({ until: day("2008-06-30") }));
    const next = askedPost({ id: "p2", from: day("2008-07-01") });
    expect(outcome(state, { kind: "give-post", post: next })).toEqual(["+post-given"]);
  });

  test("of administrator given to somebody else is told to the others", () => {
    expect(given({ role: "administrator" })).toEqual(["+post-given", "+administrators-told"]);
  });

  test("is given to nobody who left or was never there", () => {
    const left = following(member(askedPost()), [{ kind: "leave" }]);
    expect(outcome(left, { kind: "give-post", post: askedPost({ id: "p2" }) })).toEqual(["not-in-service"]);
    expect(outcome(NOBODY, { kind: "give-post", post: askedPost() })).toEqual(["not-in-service"]);
  });

  test("has its days changed, within the same rules", () => {
    const dates = { kind: "change-dates", post: "p1", over: ["5QX"], change: "c1", from: day("2008-05-01") } as const;
    const state = member(askedPost());
    expect(outcome(state, dates)).toEqual(["+post-dates-changed"]);
    expect(outcome(state, { ...dates, until: day("2008-04-30") })).toEqual(["dates-backwards"]);
    expect(outcome(state, { ...dates, until: day("2008-05-05") })).toEqual(["post-over"]);
    expect(outcome(state, { ...dates, post: "p9" })).toEqual(["post-unknown"]);
    const later = askedPost({ id: "p2", from: day("2009-01-01") });
    const two = following(member(askedPost({ until: day("2008-12-31") })), [{ kind: "give-post", post: later }]);
    expect(outcome(two, dates)).toEqual(["post-overlaps"]);
  });

  test("ends at once with yesterday as its last day, or on a day to come; never earlier or later than that", () => {
    const end = (last: string) => ({ kind: "end-post", post: "p1", last: day(last) }) as const;
    const state = member(askedPost({ until: day("2008-06-30") }));
    expect(heldOn(following(state, [end("2008-05-05")]), TODAY)).toEqual([]);
    expect(heldOn(following(state, [end("2008-05-06")]), TODAY)).toHaveLength(1);
    expect(outcome(state, end("2008-05-04"))).toEqual(["last-day-early"]);
    expect(outcome(state, end("2008-06-30"))).toEqual(["last-day-late"]);
    expect(outcome(following(state, [end("2008-05-05")]), end("2008-05-06"))).toEqual(["post-unknown"]);
  });
});

describe("who leaves", () => {
  test("holds nothing from then on, keeps the history, and comes back by a new invitation to new posts", () => {
    const left = following(member(askedPost()), [{ kind: "leave" }]);
    expect(heldOn(left, TODAY)).toEqual([]);
    expect(left.posts.get("p1")?.until).toBe("2008-05-05");
    expect(outcome(left, { kind: "leave" })).toEqual(["not-in-service"]);
    const back = following(left, [
      inviting(askedPost({ id: "p2", from: TODAY })),
      { kind: "accept-invitation", tokenHash: "hash-1" },
    ]);
    expect(heldOn(back, TODAY).map(({ id }) => id)).toEqual(["p2"]);
  });

  test("may have name and address erased, who is still in may not", () => {
    const erase = { kind: "erase-details" } as const;
    expect(outcome(member(askedPost()), erase)).toEqual(["still-in"]);
    const erased = following(member(askedPost()), [{ kind: "leave" }, erase]);
    expect(erased.details).toBeUndefined();
    expect(outcome(erased, erase)).toEqual(["nobody-there"]);
  });

  test("does not come back by an issuer's claims alone", () => {
    const details = { name: "n", email: "e", issuer: "cis2", identity: "i", claims: [] };
    const joined = following(NOBODY, [{ kind: "join", ...details }]);
    expect(joined.standing).toBe("active");
    expect(outcome(joined, { kind: "join", ...details })).toEqual([]);
    const claims = [{ role: "LMC", organisation: "5QX" }];
    expect(outcome(joined, { kind: "join", ...details, claims })).toEqual(["+claims-changed"]);
    expect(outcome(following(joined, [{ kind: "leave" }]), { kind: "join", ...details })).toEqual(["not-in-service"]);
  });
});

describe("an administrator", () => {
  const own = around({ actor: "bob", administrators: [BOB, CARA] });
  const alone = around({ actor: "bob", administrators: [BOB] });
  const finance = { kind: "give-post", post: askedPost({ id: "p2" }) } as const;
  const state = member(ADMINISTRATOR);

  test("asks for a post of their own, which counts when another confirms it", () => {
    expect(outcome(state, finance, own)).toEqual(["+change-asked", "+administrators-told"]);
    const asked = following(state, [finance], own);
    expect(heldOn(asked, TODAY).map(({ role }) => role)).toEqual(["administrator"]);
    const confirm = { kind: "confirm-change", change: "p2" } as const;
    expect(outcome(asked, confirm, own)).toEqual(["own-doing"]);
    const cara = around({ actor: "cara", administrators: [BOB, CARA] });
    expect(outcome(asked, confirm, cara)).toEqual(["+change-confirmed", "+administrators-told"]);
    expect(heldOn(following(asked, [confirm], cara), TODAY)).toHaveLength(2);
    expect(outcome(following(asked, [confirm], cara), confirm, cara)).toEqual(["change-unknown"]);
  });

  test("may have it refused, or take it back", () => {
    const asked = following(state, [finance], own);
    const refused = following(asked, [{ kind: "refuse-change", change: "p2" }]);
    expect(outcome(refused, { kind: "confirm-change", change: "p2" })).toEqual(["change-unknown"]);
    expect(outcome(refused, { kind: "refuse-change", change: "p2" })).toEqual(["change-unknown"]);
  });

  test("is refused where nobody else could confirm, at the place or above it", () => {
    expect(outcome(state, finance, alone)).toEqual(["no-other-administrator"]);
    const above = { ...CARA, organisation: "Q99" };
    expect(outcome(state, finance, around({ ...alone, administrators: [BOB, above] }))).toContain("+change-asked");
    const elsewhere = { ...CARA, organisation: "5QY" };
    expect(outcome(state, finance, around({ ...alone, administrators: [elsewhere] }))).toEqual([
      "no-other-administrator",
    ]);
  });

  test("asks for other days of their own post too, and what happened since is looked at again", () => {
    const dates = { kind: "change-dates", post: "a1", over: ["5QX"], change: "c1", from: day("2008-01-01") } as const;
    const asked = following(state, [dates], own);
    expect(asked.posts.get("a1")?.from).toBe("2008-04-01");
    const cara = around({ actor: "cara", administrators: [BOB, CARA] });
    const confirm = { kind: "confirm-change", change: "c1" } as const;
    expect(following(asked, [confirm], cara).posts.get("a1")?.from).toBe("2008-01-01");
    const twice = following(state, [finance], own);
    const given = following(twice, [{ kind: "give-post", post: askedPost({ id: "p3" }) }]);
    expect(outcome(given, { kind: "confirm-change", change: "p2" }, cara)).toEqual(["post-overlaps"]);
  });

  test("has every change to their posts told", () => {
    const end = { kind: "end-post", post: "a1", last: TODAY } as const;
    const cara = around({ administrators: [BOB, CARA] });
    expect(outcome(state, finance, cara)).toEqual(["+post-given", "+administrators-told"]);
    expect(outcome(state, end, cara)).toEqual(["+post-ended", "+administrators-told"]);
    expect(outcome(state, { kind: "leave" }, cara)).toEqual(["+person-left", "+administrators-told"]);
  });

  test("who is the last of a place neither leaves nor is ended, unless another takes over in time", () => {
    const end = { kind: "end-post", post: "a1", last: day("2008-12-31") } as const;
    const dates = { kind: "change-dates", post: "a1", over: ["5QX"], change: "c", from: TODAY, until: TODAY } as const;
    const cara = around({ administrators: [BOB] });
    expect(outcome(state, end, cara)).toEqual(["last-administrator"]);
    expect(outcome(state, dates, cara)).toEqual(["last-administrator"]);
    expect(outcome(state, { kind: "leave" }, cara)).toEqual(["last-administrator"]);
    const later = around({ administrators: [BOB, { ...CARA, from: day("2009-01-01") }] });
    expect(outcome(state, end, later)).toContain("+post-ended");
    expect(outcome(state, { ...end, last: day("2008-12-30") }, later)).toEqual(["last-administrator"]);
  });
});

describe("a notice", () => {
  const state = following(member(askedPost()), [{ kind: "give-post", post: ADMINISTRATOR }]);
  const acknowledge = { kind: "acknowledge-notice", notice: "n1-a1" } as const;

  test("is acknowledged by another administrator, neither who did it nor whom it is about", () => {
    expect(outcome(state, acknowledge, around({ actor: "ann" }))).toEqual(["own-doing"]);
    expect(outcome(state, acknowledge, around({ actor: "bob" }))).toEqual(["own-doing"]);
    const cara = around({ actor: "cara" });
    expect(outcome(state, acknowledge, cara)).toEqual(["+notice-acknowledged"]);
    expect(outcome(following(state, [acknowledge], cara), acknowledge, cara)).toEqual(["notice-unknown"]);
  });
});
