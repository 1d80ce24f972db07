import { expect, it } from "vitest";
import { createSeal } from "./session.ts";

const seal = createSeal("a secret that is long enough to be one");
const now = new Date("2008-04-28T09:00:00Z");
const session = { id: "s1", person: "p1", began: now.getTime() / 1000 };

it("opens what it sealed", () => {
  expect(seal.opened(seal.session(session), now)).toEqual(session);
});

it("opens nothing that was altered, sealed by another or made of nothing", () => {
  const [payload, signature] = seal.session(session).split(".");
  const other = Buffer.from(JSON.stringify({ ...session, person: "p2" })).toString("base64url");
  const stranger = createSeal("quite another secret, also long enough");
  for (const cookie of [`${other}.${signature}`, `${payload}.`, payload, "", undefined, stranger.session(session)]) {
    expect(seal.opened(cookie, now)).toBeUndefined();
  }
});

it("opens no session older than twelve hours", () => {
  const cookie = seal.session(session);
  expect(seal.opened(cookie, new Date("2008-04-28T20:59:00Z"))).toEqual(session);
  expect(seal.opened(cookie, new Date("2008-04-28T21:00:00Z"))).toBeUndefined();
});

it("takes a form token only in the session it was made for", () => {
  const token = seal.formToken(session);
  expect(seal.isFormToken(token, session)).toBe(true);
  expect(seal.isFormToken(token, { ...session, id: "s2" })).toBe(false);
  expect(seal.isFormToken(undefined, session)).toBe(false);
  expect(seal.isFormToken(seal.session(session), session)).toBe(false);
});

it("refuses a short secret", () => {
  expect(() => createSeal("short")).toThrow("at least 32 characters");
});
