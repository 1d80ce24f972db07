import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** Turns passwords into what may be stored, and checks one against it. */
export interface Hashing {
  hash(password: string): Promise<string>;
  verify(checked: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

/** Cost as OWASP's sheet on storing passwords asks of scrypt: 2^15 blocks of 8, three times over; 32 MB a try. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const LENGTH = 32;
const NAME = "scrypt";

/** Scrypt with a salt of its own for each password; the cost stands with the hash, so that it can be raised later. */
export const scryptHashing: Hashing = {
  hash: async (password) => {
    const { N, r, p } = COST;
    const salt = randomBytes(16);
    const key = await derived(password, salt, { N, r, p });
    return [NAME, N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
  },
  verify: async ({ hash, password }) => {
    const [name, N, r, p, salt = "", key = ""] = hash.split("$");
    if (name !== NAME) return false;
    const expected = Buffer.from(key, "base64url");
    const given = await derived(password, Buffer.from(salt, "base64url"), { N: Number(N), r: Number(r), p: Number(p) });
    return expected.length === given.length && timingSafeEqual(expected, given);
  },
};

/** The same password typed on another keyboard may come in another Unicode form. */
function derived(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, LENGTH, { ...cost, maxmem: 128 * 2 ** 20 }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
