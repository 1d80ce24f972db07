import { type Engine, quoted } from "#platform/engine/index.ts";

/**
 * Copies a CSV file to Parquet as the engine does it by itself: types guessed, nothing checked, nothing known of what it
 * holds. It is what loading is measured against, and no way in.
 */
export async function copyUnchecked(engine: Engine, from: string, to: string): Promise<number> {
  return engine.within(async (connection) => {
    const answer = await connection.runAndReadAll(
      `COPY (FROM read_csv(${quoted(from)})) TO ${quoted(to)} (FORMAT parquet)`,
    );
    return Number(answer.getRows()[0]?.[0] ?? 0);
  });
}
