import { PASSWORD_LENGTH, TO_FINISH, TRIES } from "./limits.ts";

const minutes = (seconds: number): string => `${seconds / 60} minutes`;

/**
 * What people read where sign-in refuses something. It says the same whether or not an address is known here: nobody
 * learns from it who is a member.
 */
export const WORDS = {
  "wrong password": "The e-mail address or the password is not right. Check both and try again.",
  "too many tries": `There were too many tries. Wait ${minutes(TRIES.passwordsOfAnAccount.window)}, then try again.`,
  "wrong code": "The code is not right, or was used already. Wait for the next one and enter it as it stands.",
  "wrong recovery code": "The recovery code is not right, or was used already. Enter another one.",
  "begin again": `The sign-in was not finished within ${minutes(TO_FINISH.challenge)} or there were too many wrong codes. Begin again.`,
  "no member": "This sign-in is closed. Ask whoever looks after people at your organisation.",
  short: `Choose a password of at least ${PASSWORD_LENGTH.least} characters. Four or five words make a good one.`,
  long: `Choose a password of at most ${PASSWORD_LENGTH.most} characters.`,
  common: "Very many people use a password like that, so it is tried first. Choose another.",
  personal: "A password may not hold your name or e-mail address. Choose another.",
  different: "The two passwords are not the same. Enter the same one twice.",
  "wrong current": "The password you have now is not right.",
  "address taken":
    "Somebody else signs in with this e-mail address. Ask whoever invited you for an invitation with another.",
  "invitation gone": "This invitation is not there any more: it was used, it lapsed, or another took its place.",
} as const satisfies Readonly<Record<string, string>>;

export type Refused = keyof typeof WORDS;

/** Why a sign-in at an issuer came to nothing. */
export const ISSUER_WORDS = {
  unreachable: "The service that would say who you are could not be reached. Try again in a while.",
  refused: "The service that would say who you are did not sign you in.",
  unproven: "What came back does not prove who you are, so it was not taken.",
  unknown: `There is no such sign-in under way. It may have been used already, or begun more than ${minutes(TO_FINISH.atIssuer)} ago.`,
  "another browser": "The sign-in was begun in another browser.",
  "another issuer": "The sign-in was begun with another service.",
  requirement: "The way in which you signed in there is not enough here. Use the stronger one that you have.",
  "not admitted":
    "You were recognised, but you are not a member here. Ask whoever looks after people at your organisation to invite you.",
  "no role":
    "You were recognised, but the role you signed in with gives nothing here. Sign in with another, or ask for it to be added.",
  "linked already": "That sign-in belongs to another member here.",
  "no member": WORDS["no member"],
  "invitation gone": WORDS["invitation gone"],
} as const satisfies Readonly<Record<string, string>>;

export type IssuerRefused = keyof typeof ISSUER_WORDS;
