import fc from "fast-check";
import { expect, test } from "vitest";
import { type Day, day, daysLater } from "#kernel/period.ts";
import { decide, type PersonCommand } from "./decisions.ts";
import { around, askedPost, inviting, LAPSES, member } from "./examples/example-people.ts";
import type { AdministratorPost } from "./rules/administrators.ts";
import { overlap, postsOn } from "./rules/post.ts";
import { evolve, heldOn, type PersonState } from "./rules/record/person-state.ts";

const DAYS = 40;
const FIRST = day("2008-05-06");
const dayNumber = (number: number): Day => daysLater(FIRST, number);
const span = fc
  .tuple(fc.integer({ min: -9, max: DAYS }), fc.option(fc.integer({ min: -2, max: 25 }), { nil: undefined }))
  .map(([from, length]) => ({
    from: dayNumber(from),
    ...(length !== undefined && { until: dayNumber(from + length) }),
  }));

test("the posts on a day are those that a search day by day finds", () => {
  const daysOf = ({ from, until = dayNumber(99) }: { readonly from: Day; readonly until?: Day }) => {
    const days: Day[] = [];
    for (let at = from; at <= until; at = daysLater(at, 1)) days.push(at);
    return days;
  };
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: -12, max: 60 }), (spans, number) => {
      const on = dayNumber(number);
      expect(postsOn(spans, on)).toEqual(spans.filter((each) => daysOf(each).includes(on)));
      for (const [one, other] of spans.flatMap((a) => spans.map((b) => [a, b] as const))) {
        expect(overlap(one, other)).toBe(daysOf(one).some((each) => daysOf(other).includes(each)));
      }
    }),
  );
});

const PEOPLE = ["ann", "bob", "cara"] as const;
type Someone = (typeof PEOPLE)[number];
type World = Readonly<Record<Someone, PersonState>>;

/** What somebody does about somebody, some days after what was done before. */
interface Step {
  readonly actor: Someone | "operator";
  readonly person: Someone;
  readonly wait: number;
  readonly pick: number;
  readonly act: PersonCommand["kind"];
  readonly role: string;
  readonly span: { readonly from: Day; readonly until?: Day };
}

const step: fc.Arbitrary<Step> = fc.record({
  actor: fc.constantFrom(...PEOPLE, "operator" as const),
  person: fc.constantFrom(...PEOPLE),
  wait: fc.nat({ max: 3 }),
  pick: fc.nat({ max: 5 }),
  act: fc.constantFrom(
    ...(["invite", "accept-invitation", "accept-invitation", "give-post", "give-post", "change-dates"] as const),
    ...(["end-post", "leave", "confirm-change", "refuse-change", "withdraw-invitation", "invite-again"] as const),
  ),
  role: fc.constantFrom("administrator", "administrator", "PCT finance", "LMC"),
  span,
});

/** Ann and Bob are administrators, and Cara keeps the budgets. */
function beginning(): World {
  const held = (id: string, role: string) => member(askedPost({ id, role, from: dayNumber(-30) }));
  return { ann: held("a0", "administrator"), bob: held("b0", "administrator"), cara: held("c0", "PCT finance") };
}

function administratorsOf(world: World): readonly AdministratorPost[] {
  return PEOPLE.flatMap((person) =>
    world[person].standing === "active"
      ? [...world[person].posts.values()].flatMap(({ role, organisation, ...days }) =>
          role === "administrator" ? [{ person, organisation, ...days }] : [],
        )
      : [],
  );
}

function commandOf(
  { act, role, span: days, pick }: Step,
  state: PersonState,
  number: number,
  today: Day,
): PersonCommand {
  const post = askedPost({ id: `p${number}`, role, ...days });
  const held = [...state.posts.keys()];
  const chosen = held[pick % Math.max(1, held.length)] ?? "none";
  const change = [...state.asked.keys()][0] ?? "none";
  const open = { tokenHash: "hash-1", lapsesAt: LAPSES };
  switch (act) {
    case "invite":
      return inviting(post);
    case "give-post":
      return { kind: "give-post", post };
    case "change-dates":
      return { kind: "change-dates", post: chosen, change: `c${number}`, over: ["5QX"], ...days };
    case "end-post":
      return { kind: "end-post", post: chosen, last: daysLater(today, pick - 1) };
    case "confirm-change":
    case "refuse-change":
      return { kind: act, change };
    case "accept-invitation":
      return { kind: act, tokenHash: "hash-1" };
    case "invite-again":
      return { kind: act, open, byOperator: false };
    default:
      return { kind: act } as PersonCommand;
  }
}

/** Takes every step in turn, and looks at the person it is about before and after. */
function taken(all: readonly Step[], look: (before: PersonState, next: PersonState, at: Taken) => void): World {
  let [world, today] = [beginning(), FIRST];
  for (const [number, each] of all.entries()) {
    today = daysLater(today, each.wait);
    const before = world[each.person];
    const administrators = administratorsOf(world);
    const command = commandOf(each, before, number, today);
    const { person, actor } = each;
    const at = `${today}T09:00:00.000Z`;
    const circumstances = around({ person, actor, at, today, notice: `n${number}`, administrators });
    const decision = decide(before, command, circumstances);
    const next = "events" in decision ? decision.events.reduce(evolve, before) : before;
    world = { ...world, [each.person]: next };
    look(before, next, { step: each, command, today, isAccepted: "events" in decision, world });
  }
  return world;
}

interface Taken {
  readonly step: Step;
  readonly command: PersonCommand;
  readonly today: Day;
  readonly isAccepted: boolean;
  readonly world: World;
}

const steps = fc.array(step, { minLength: 5, maxLength: 40 });
const everyDay = Array.from({ length: DAYS * 2 }, (_, number) => dayNumber(number - 20));

test("nobody's own command alone widens their posts, on any day", () => {
  let seen = 0;
  fc.assert(
    fc.property(steps, (all) => {
      taken(all, (before, next, { step: { actor, person }, command, isAccepted }) => {
        if (actor !== person || command.kind === "accept-invitation") return;
        if (isAccepted) seen += 1;
        for (const on of everyDay) {
          const had = postsOn(before.posts.values(), on).map(({ id }) => id);
          expect(had).toEqual(expect.arrayContaining(postsOn(next.posts.values(), on).map(({ id }) => id)));
        }
      });
    }),
    { numRuns: 300, seed: 2008 },
  );
  expect(seen).toBeGreaterThan(50);
});

test("nobody holds a post after leaving, until they accept another invitation", () => {
  let seen = 0;
  fc.assert(
    fc.property(steps, (all) => {
      taken(all, (before, next, { command, isAccepted, today }) => {
        const held = everyDay.filter((on) => heldOn(next, on).length > 0);
        if (next.standing !== "active") expect(held).toEqual([]);
        if (command.kind !== "leave" || !isAccepted) return;
        seen += 1;
        expect(before.standing).toBe("active");
        const still = everyDay.filter((on) => on >= today && postsOn(next.posts.values(), on).length > 0);
        expect(still).toEqual([]);
      });
    }),
    { numRuns: 300, seed: 2008 },
  );
  expect(seen).toBeGreaterThan(20);
});

test("no command leaves a place without an administrator on a day on which it would have had one", () => {
  let seen = 0;
  fc.assert(
    fc.property(steps, (all) => {
      let world = beginning();
      taken(all, (_before, _next, { world: now, today, isAccepted, command }) => {
        const [had, has] = [administratorsOf(world), administratorsOf(now)];
        const lost = everyDay.filter((on) => on >= today && isGoverned(had, on) && !isGoverned(has, on));
        expect(lost).toEqual([]);
        if (isAccepted && ["leave", "end-post", "change-dates", "confirm-change"].includes(command.kind)) seen += 1;
        world = now;
      });
    }),
    { numRuns: 300, seed: 2008 },
  );
  expect(seen).toBeGreaterThan(200);
});

function isGoverned(administrators: readonly AdministratorPost[], on: Day): boolean {
  return postsOn(administrators, on).length > 0;
}

test("the same role at the same place is never held twice on a day", () => {
  fc.assert(
    fc.property(steps, (all) => {
      taken(all, (_before, { posts }) => {
        const held = [...posts.values()];
        for (const post of held) {
          const same = held.filter(({ id, role }) => id !== post.id && role === post.role);
          expect(same.filter((each) => overlap(each, post))).toEqual([]);
        }
      });
    }),
    { numRuns: 200, seed: 2008 },
  );
});

test("what is told about administrators is acknowledged by neither who did it nor whom it is about", () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(...PEOPLE), (all, actor) => {
      const world = taken(all, () => undefined);
      for (const person of PEOPLE) {
        for (const { id, by } of world[person].notices.values()) {
          const decision = decide(world[person], { kind: "acknowledge-notice", notice: id }, around({ person, actor }));
          expect("events" in decision).toBe(actor !== by && actor !== person);
        }
      }
    }),
    { numRuns: 100, seed: 2008 },
  );
});
