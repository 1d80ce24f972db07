const MINUTE = 60;

/**
 * How long a sign-in lasts, in seconds: without use, and at most. Source: settled ¶sign-in-1.
 */
export const SIGN_IN_ENDS = { unused: 30 * MINUTE, atMost: 12 * 60 * MINUTE } as const;

/** How long a password may and must be. Source: settled ¶sign-in-2. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/**
 * How often something may be tried until it has been let be for the window, in seconds. Source: settled ¶sign-in-3.
 */
export const TRIES = {
  passwordsOfAnAccount: { window: 15 * MINUTE, max: 10 },
  fromAnAddress: { window: 15 * MINUTE, max: 50 },
  /** A code counts once in all the time in which it could be right. */
  sameCode: { window: 2 * MINUTE, max: 1 },
  codesInARow: { window: 15 * MINUTE, max: 10 },
} as const;

/** Codes of the second factor: of how many digits, for how many seconds. Source: settled ¶sign-in-4. */
export const CODES = { digits: 6, period: 30, recovery: 10 } as const;

/** How long what was begun may be finished, in seconds. Source: settled ¶sign-in-5. */
export const TO_FINISH = { challenge: 10 * MINUTE, atIssuer: 10 * MINUTE, setUp: 30 * MINUTE } as const;
