import { createHash } from "node:crypto";
import type { DBAdapter, DBTransactionAdapter, Where } from "better-auth/adapters";

const TABLE = "session";
const FIELD = "token";

type Row = Readonly<Record<string, unknown>>;

/**
 * The library's way to its tables, with the token of each sign-in stored as its hash: who reads the database cannot sign
 * in with what they find. The library sees the token that it made or was asked about, as if it were stored.
 */
export function hashedTokens(inner: DBAdapter): DBAdapter {
  return {
    ...hashed(inner),
    transaction: (run) => inner.transaction((within) => run(hashed(within))),
  };
}

function hashed(inner: DBTransactionAdapter): DBTransactionAdapter {
  return {
    ...inner,
    create: async (given) =>
      shown(given.model, given.data, await inner.create({ ...given, data: stored(given.model, given.data) })),
    findOne: async (given) =>
      shown(given.model, asked(given.where), await inner.findOne({ ...given, where: found(given) })),
    findMany: (given) => inner.findMany({ ...given, where: found(given) }),
    count: (given) => inner.count({ ...given, where: found(given) }),
    update: async (given) =>
      shown(
        given.model,
        { ...asked(given.where), ...given.update },
        await inner.update({ ...given, where: found(given), update: stored(given.model, given.update) }),
      ),
    updateMany: (given) =>
      inner.updateMany({ ...given, where: found(given), update: stored(given.model, given.update) }),
    delete: (given) => inner.delete({ ...given, where: found(given) }),
    deleteMany: (given) => inner.deleteMany({ ...given, where: found(given) }),
    consumeOne: (given) => inner.consumeOne({ ...given, where: found(given) }),
    incrementOne: (given) => inner.incrementOne({ ...given, where: found(given) }),
  };
}

function hashOf(token: unknown): unknown {
  return typeof token === "string" ? createHash("sha256").update(token).digest("base64url") : token;
}

function stored<T extends Row>(model: string, data: T): T {
  return model === TABLE && FIELD in data ? { ...data, [FIELD]: hashOf(data[FIELD]) } : data;
}

function found({ model, where = [] }: { readonly model: string; readonly where?: Where[] | undefined }): Where[] {
  if (model !== TABLE) return where;
  return where.map((each) => {
    if (each.field !== FIELD) return each;
    const value = Array.isArray(each.value) ? each.value.map(hashOf) : hashOf(each.value);
    return { ...each, value: value as Where["value"] };
  });
}

/** The token that was asked about, where one was. */
function asked(where: readonly Where[]): Row {
  const token = where.find(({ field }) => field === FIELD)?.value;
  return typeof token === "string" ? { [FIELD]: token } : {};
}

function shown<T>(model: string, known: Row, row: T): T {
  return model === TABLE && row && FIELD in known ? { ...row, [FIELD]: known[FIELD] } : row;
}
