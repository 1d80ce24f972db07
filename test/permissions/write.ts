// Usage: node --import tsx test/permissions/write.ts   Writes the matrix of permissions anew, to be read before it is committed.
import { writeFileSync } from "node:fs";
import { access } from "#app/grants.ts";
import { ROLES } from "#features/people/index.ts";
import { matrixOf } from "./matrix.ts";

writeFileSync(new URL("matrix.csv", import.meta.url), matrixOf(access, ROLES));
