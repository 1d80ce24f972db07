import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";
import type { Day } from "#kernel/period.ts";
import type { Fitness, Health } from "#platform/web/health/health.ts";
import type { Service } from "../service.ts";

/** Milliseconds in which what is asked must have answered. */
const PATIENCE = 2_000;
const MEGABYTE = 1_000_000;

/** What readiness is asked of, and the day whose rules hold. */
interface Ready {
  readonly service: Pick<Service, "record" | "folders" | "rulebook">;
  readonly today: () => Day;
}

/** What the service needs to be fit to serve. */
export function readinessOf(ready: Ready): Health {
  return {
    fitness: fitnessOf(ready),
    patience: PATIENCE,
    after: (milliseconds, then) => {
      const timer = setTimeout(then, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** One by one, by the names that readiness answers with. */
export function fitnessOf({ service: { record, folders, rulebook }, today }: Ready): readonly Fitness[] {
  return [
    { name: "database", isFit: () => record.isUpToDate().then(() => true) },
    { name: "migrations", isFit: () => record.isUpToDate() },
    {
      name: "disk",
      isFit: async () => {
        const least = rulebook.inForce("england", "operations.least-free-megabytes", today()).value;
        const { bavail, bsize } = await statfs(folders.root);
        return bavail * bsize >= least * MEGABYTE;
      },
    },
    { name: "lake", isFit: () => access(folders.lake, constants.R_OK | constants.X_OK).then(() => true) },
  ];
}
