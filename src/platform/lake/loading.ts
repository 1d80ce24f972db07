import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { isRefused, refuse } from "#kernel/decision.ts";
import { EVERYWHERE, OPEN_DATA } from "#platform/access/sight.ts";
import type { DuckDBConnection, Engine } from "#platform/engine/index.ts";
import type { Authorship, NewEvent, Record as PeoplesRecord } from "#platform/record/index.ts";
import { bindReferences, type References, referencesOf } from "./binding.ts";
import { checkRows, checkStaged, type Looked } from "./check.ts";
import type { Dataset, Intake } from "./dataset.ts";
import { findingsOf } from "./finding.ts";
import { loadName } from "./identity.ts";
import { pseudonymKey } from "./key.ts";
import { LOAD_PUBLISHED, type LoadFile, type PublishedLoad, streamOf } from "./load.ts";
import type { LoadTables } from "./loads.ts";
import { type FileQuery, isUncut, storedLoad } from "./loads-store.ts";
import type { Original } from "./original.ts";
import { takesFromOthers } from "./place.ts";
import { removeFiles, writeRows } from "./publish.ts";
import { firstRow, parquetColumns, type Recognised, recognise } from "./recognition.ts";
import { type LoadRefusal, refuseLoad } from "./refusal.ts";
import { columnsNotAdded, type Report } from "./report.ts";
import { makeReport } from "./reporting.ts";
import type { LoadRequest, Outcome } from "./request.ts";
import { type Scan, scan } from "./scan.ts";
import { prepareFound, type Stage, stage } from "./stage.ts";

export type { LoadRequest, Outcome } from "./request.ts";

/** What loading works with. */
export interface Tools {
  readonly engine: Engine;
  readonly record: PeoplesRecord;
  readonly root: string;
  readonly key: string;
  readonly datasets: readonly Dataset[];
  readonly scratch: string;
  readonly files: (query: FileQuery) => Promise<readonly string[]>;
}

interface Refused {
  readonly refused: readonly [LoadRefusal];
}

type Readable = Scan | { readonly kind: "parquet"; readonly hash: string };

/** A file that has been recognised and is not loaded yet. */
interface Fresh extends Recognised {
  readonly scan: Readable;
  readonly load: string;
  readonly batch: string;
  /** The load that these rows belong to, where they correct one. */
  readonly corrects: string | null;
  readonly references: References;
}

/** Loads or checks a file. */
export function loadFile(tools: Tools, request: LoadRequest, mode: "load" | "check"): Promise<Outcome> {
  return tools.engine.within(async (connection) => {
    request.progress?.({ step: "looking" });
    const before = await stamp(request.file);
    const fresh = await look(connection, tools, request);
    if ("refused" in fresh) return { kind: "refused", ...fresh };
    if ("unchanged" in fresh) return { kind: "unchanged", load: fresh.unchanged };
    return readThrough(connection, tools, request, fresh, { mode, before });
  });
}

async function stamp(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined);
  return found === undefined ? "" : `${found.size} ${found.mtimeMs}`;
}

async function look(
  connection: DuckDBConnection,
  tools: Tools,
  request: LoadRequest,
): Promise<Fresh | Refused | { readonly unchanged: string }> {
  const scanned = await scan(request.file);
  if (scanned.kind !== "text" && scanned.kind !== "parquet") return refuseLoad(scanned.kind);
  const recognised = await recogniseFile(connection, tools, request, scanned);
  if ("refused" in recognised) return recognised;
  const wanting = wantingIn(request, recognised);
  if (wanting !== undefined) return wanting;
  const references = await referencesFor(tools, recognised);
  if ("refused" in references) return references;
  const placing = { ...recognised.placing, isPadded: scanned.kind === "parquet" || scanned.isPadded };
  return identified(tools, request, { ...recognised, placing, scan: scanned, references });
}

async function identified(
  { record, root }: Tools,
  request: LoadRequest,
  found: Omit<Fresh, "load" | "batch" | "corrects">,
): Promise<Fresh | Refused | { readonly unchanged: string }> {
  const reads = record.reads<LoadTables>();
  const name = found.dataset.table.name;
  const original = request.corrects === undefined ? null : await storedLoad(reads, name, request.corrects);
  if (original === undefined) return refuseLoad("no-such-load", { load: request.corrects ?? "" });
  const batch = original?.batch ?? batchOf(request);
  const { owner } = found.dataset;
  const named = { hash: found.scan.hash, batch, references: found.references, root };
  const before = loadName(request, found, named);
  // What was loaded before its dataset was cut by owner is loaded again under another name, so that it comes into sight.
  const isToBeCut = owner !== undefined && (await isUncut(reads, before));
  const load = isToBeCut ? loadName(request, found, { ...named, cutBy: owner }) : before;
  if ((await storedLoad(reads, name, load)) !== undefined) return { unchanged: load };
  return { ...found, load, batch, corrects: original === null ? null : (original.corrects ?? original.load) };
}

/** What the request would have to say and does not. */
function wantingIn(request: LoadRequest, { intake, columns, placing }: Recognised): Refused | undefined {
  const setting = settingMissing(intake, request);
  if (setting !== undefined) return refuseLoad("setting-missing", { setting });
  const notAdded = columnsNotAdded(request.says ?? {}, columns, intake.layout, placing);
  return notAdded.length === 0 ? undefined : refuseLoad("total-column", { columns: notAdded.join(", ") });
}

async function recogniseFile(
  connection: DuckDBConnection,
  { datasets }: Tools,
  { file, dataset, layout }: LoadRequest,
  scanned: Readable,
): Promise<Recognised | Refused> {
  const known = datasets.filter(({ table }) => dataset === undefined || table.name === dataset);
  if (known.length === 0) {
    return refuseLoad("unknown-dataset", {
      dataset: dataset ?? "",
      known: datasets.map(({ table }) => table.name).join(", "),
    });
  }
  const all = known.flatMap((each) => each.intakes.map((intake) => [each, intake] as const));
  const candidates = all.filter(([, intake]) => layout === undefined || intake.layout.name === layout);
  if (candidates.length === 0) {
    return refuseLoad("unknown-layout", {
      layout: layout ?? "",
      known: all.map(([, each]) => each.layout.name).join(", "),
    });
  }
  const isParquet = scanned.kind === "parquet";
  const columns = isParquet ? await parquetColumns(connection, file) : await firstRow(file, scanned);
  if (columns === undefined) return refuseLoad(isParquet ? "damaged" : "not-a-table");
  return recognise(candidates, columns, isParquet);
}

function settingMissing({ shape, checks }: Intake, { settings = {} }: LoadRequest): string | undefined {
  const takes = [shape, ...checks.map(({ model }) => model)].flatMap((model) => Object.keys(model.takes));
  return takes.find((name) => !(name in settings));
}

async function referencesFor({ files }: Tools, { dataset, intake }: Recognised): Promise<References | Refused> {
  const models = [intake.shape, ...[...intake.checks, ...intake.rowChecks].map(({ model }) => model)];
  const names = new Set([...dataset.needs, ...models.flatMap(referencesOf).map(([, table]) => table.name)]);
  const references = new Map<string, readonly string[]>();
  for (const name of names) references.set(name, await files({ dataset: name, sight: OPEN_DATA }));
  const needs = dataset.needs.filter((name) => references.get(name)?.length === 0);
  if (needs.length > 0) return refuseLoad("needs", { dataset: dataset.title, needs: needs.join(", ") });
  return references;
}

interface Manner {
  readonly mode: "load" | "check";
  readonly before: string;
}

async function readThrough(
  connection: DuckDBConnection,
  tools: Tools,
  request: LoadRequest,
  fresh: Fresh,
  { mode, before }: Manner,
): Promise<Outcome> {
  const staged = await stageFile(connection, tools, request, fresh);
  if ((await stamp(request.file)) !== before) return { kind: "refused", ...refuseLoad("changed-meanwhile") };
  if (staged.read === 0) return { kind: "refused", ...refuseLoad("no-rows") };
  request.progress?.({ step: "checking", rows: staged.read });
  const looked = await check(connection, request, fresh, staged);
  const original: Original = { ...fresh, file: request.file, layout: fresh.intake.layout };
  const report = await makeReport(connection, { tools, request, original, looked, dataset: fresh.dataset });
  if ("refused" in report) return { kind: "refused", ...report };
  if (mode === "check") return { kind: "checked", report };
  const against = reasonAgainst(report, request);
  if (against !== undefined) return { kind: "refused", ...against, report };
  request.progress?.({ step: "writing", rows: report.rows.accepted });
  const files = await writeRows(connection, looked, { ...fresh, root: tools.root, folder: tools.scratch });
  return publish(tools, request, fresh, report, files);
}

function stageFile(
  connection: DuckDBConnection,
  { scratch, key, root }: Tools,
  { file, progress }: LoadRequest,
  { scan: scanned, intake, placing }: Fresh,
): Promise<Stage> {
  const hasSecrets = Object.values(intake.layout.fields).some(({ secret }) => secret === true);
  return prepareFound(connection).then(() =>
    stage(connection, {
      file,
      scan: scanned,
      layout: intake.layout,
      placing,
      folder: scratch,
      key: hasSecrets ? pseudonymKey(key, root) : "",
      onRows: (rows) => progress?.({ step: "reading", rows }),
    }),
  );
}

async function check(
  connection: DuckDBConnection,
  { settings = {} }: LoadRequest,
  { dataset, intake, placing, references }: Fresh,
  { relation, read }: Stage,
): Promise<Looked> {
  const looked = { intake, placing, relation, read, settings, findings: findingsOf(dataset, intake) };
  const models = [intake.shape, ...[...intake.checks, ...intake.rowChecks].map(({ model }) => model)];
  await bindReferences(connection, models, references);
  await checkStaged(connection, looked);
  await checkRows(connection, looked);
  return looked;
}

function reasonAgainst({ rows, totals, rejectedBeyond }: Report, { despite }: LoadRequest): Refused | undefined {
  const { rejected, read } = rows;
  if (rows.accepted === 0) return refuseLoad("nothing-accepted", { rejected });
  if (despite !== undefined) return undefined;
  if (rejectedBeyond !== undefined) {
    return refuseLoad("too-many-rejected", { rejected, read, most: `${rejectedBeyond / 100}%` });
  }
  const differing = totals.filter(({ agrees }) => !agrees);
  if (differing.length === 0) return undefined;
  const words = differing.map(({ of, said, found }) => `${of} ${found}, not ${said}`);
  return refuseLoad("totals-differ", { totals: words.join("; ") });
}

async function publish(
  { record, root }: Tools,
  request: LoadRequest,
  fresh: Fresh,
  report: Report,
  files: readonly LoadFile[],
): Promise<Outcome> {
  const { load, dataset } = fresh;
  const stream = streamOf(dataset.table.name);
  const { actor, at, authority } = request;
  const by: Authorship = { actor, at, ...(authority !== undefined && { authority }) };
  const event: NewEvent = { stream, type: LOAD_PUBLISHED, data: published(request, fresh, report, files) };
  const decision = await record.perform({
    stream,
    command: "publish load",
    ...by,
    decide: (past) => {
      const loads = past.flatMap(({ type, data }) => (type === LOAD_PUBLISHED ? [data as PublishedLoad] : []));
      if (loads.some((each) => each.load === load)) return refuse("already-loaded");
      return takesFromOthers(loads, { ...fresh, files }, request.sight ?? EVERYWHERE)
        ? refuse("place-of-others")
        : { events: [event] };
    },
  });
  if (!isRefused(decision)) return { kind: "published", load, report };
  if (decision.refused[0].code === "place-of-others") {
    await removeFiles(root, files);
    return { kind: "refused", ...refuseLoad("place-of-others", { batch: fresh.batch }), report };
  }
  // Somebody else loaded the same file while this one was read.
  await removeFiles(root, files);
  return { kind: "unchanged", load };
}

function published(request: LoadRequest, fresh: Fresh, report: Report, files: readonly LoadFile[]): PublishedLoad {
  return {
    load: fresh.load,
    dataset: fresh.dataset.table.name,
    layout: fresh.intake.layout.name,
    status: request.status,
    batch: fresh.batch,
    corrects: fresh.corrects,
    settings: request.settings ?? {},
    fileName: request.name ?? basename(request.file),
    fileHash: fresh.scan.hash,
    madeUp: request.madeUp ?? false,
    standIn: request.standIn ?? null,
    despite: request.despite ?? null,
    rows: report.rows,
    found: report.findings.map(({ code, weight, rows }) => ({ code, weight, rows })),
    files,
  };
}

/**
 * The batch a file belongs to: the one named, else what its settings say, so that files of other years stand beside each
 * other, else `all`.
 */
export function batchOf({ batch, settings = {} }: Pick<LoadRequest, "batch" | "settings">): string {
  const said = Object.keys(settings)
    .toSorted()
    .map((name) => settings[name]);
  return batch ?? (said.length === 0 ? "all" : said.join(" "));
}
