import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import type { Library } from "./library.ts";

/** Keeps something for a short time, under a name that is stored as a hash, until it is taken: once, by whoever is first. */
export interface Once {
  keep(name: string, value: string, seconds: number): Promise<void>;
  /** What is kept, left where it is. */
  read(name: string): Promise<string | undefined>;
  take(name: string): Promise<string | undefined>;
}

/** Keeping in the library's own table, encrypted. */
export function onceOver(library: Library, now: () => Date): Once {
  const opened = async (row: { readonly value: string; readonly expiresAt: Date } | null) => {
    if (row === null || row.expiresAt <= now()) return undefined;
    return symmetricDecrypt({ key: (await library.$context).secretConfig, data: row.value });
  };
  return {
    keep: async (name, value, seconds) => {
      const { internalAdapter: kept, secretConfig: key } = await library.$context;
      await kept.deleteVerificationByIdentifier(name);
      const expiresAt = new Date(now().getTime() + seconds * 1000);
      await kept.createVerificationValue({
        identifier: name,
        value: await symmetricEncrypt({ key, data: value }),
        expiresAt,
      });
    },
    read: async (name) => opened(await (await library.$context).internalAdapter.findVerificationValue(name)),
    take: async (name) => opened(await (await library.$context).internalAdapter.consumeVerificationValue(name)),
  };
}
