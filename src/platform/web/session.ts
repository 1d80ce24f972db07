import { createHmac, timingSafeEqual } from "node:crypto";

/** Who a browser said it is, until the session ends; the id is unguessable and made anew at each change of person. */
export interface Session {
  readonly id: string;
  readonly person?: string;
  /** Seconds since 1970 at which it began. */
  readonly began: number;
}

const LIFETIME = 12 * 60 * 60;

/** Signs sessions and form tokens with one secret, each for its own purpose, so that neither can stand for the other. */
export interface Seal {
  session(session: Session): string;
  /** The session of a cookie, or nothing where it is absent, altered, or older than twelve hours. */
  opened(cookie: string | undefined, now: Date): Session | undefined;
  formToken(session: Session): string;
  isFormToken(token: unknown, session: Session): boolean;
}

/** Sealing with a secret; throws for one that is too short to be a secret. */
export function createSeal(secret: string): Seal {
  if (secret.length < 32) throw new Error("The secret that signs sessions needs at least 32 characters");
  const signature = (purpose: string, text: string) =>
    createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("base64url");
  const formToken = (session: Session) => signature("form", session.id);
  return {
    formToken,
    isFormToken: (token, session) => typeof token === "string" && same(token, formToken(session)),
    session: (session) => {
      const payload = Buffer.from(JSON.stringify(session)).toString("base64url");
      return `${payload}.${signature("session", payload)}`;
    },
    opened: (cookie, now) => {
      const [payload, given, ...more] = cookie?.split(".") ?? [];
      if (payload === undefined || given === undefined || more.length > 0) return undefined;
      if (!same(given, signature("session", payload))) return undefined;
      const session = JSON.parse(Buffer.from(payload, "base64url").toString()) as Session;
      return isFresh(session, now) ? session : undefined;
    },
  };
}

function isFresh(session: Session, now: Date): boolean {
  const age = now.getTime() / 1000 - session.began;
  return age < LIFETIME && age > -LIFETIME;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
