import { createHash } from "node:crypto";
import type { Hashing } from "../hashing.ts";

/** Stands for scrypt where a test makes many passwords, and counts what was worked out. */
export function quickHashing(): Hashing & { worked(): number } {
  let count = 0;
  const hash = async (password: string): Promise<string> => {
    count += 1;
    return createHash("sha256").update(password).digest("hex");
  };
  return { hash, verify: async (given) => (await hash(given.password)) === given.hash, worked: () => count };
}
