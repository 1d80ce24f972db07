import { randomBytes } from "node:crypto";
import { openReleases, openSnapshots, type ReleaseBook, type Snapshots } from "#features/activity/index.ts";
import {
  type BudgetBook,
  type BudgetOffice,
  budgetsReadModel,
  openBudgetBook,
  openBudgetOffice,
} from "#features/budgets/index.ts";
import { type InterestBook, interestsReadModel, openInterestBook } from "#features/interests/index.ts";
import type { Directory } from "#features/organisations/index.ts";
import { openPeopleBook, type PeopleBook, peopleReadModel } from "#features/people/index.ts";
import { loadRulebook, loadSources, type Rulebook } from "#features/rulebook/index.ts";
import { type Engine, openEngine } from "#platform/engine/index.ts";
import { openContentStore } from "#platform/files/content-store.ts";
import { endSignIns } from "#platform/identity/index.ts";
import { KeyUnusable, type Lake, loadsReadModel, openLake } from "#platform/lake/index.ts";
import { embeddedSentence, openRecord, type Record, RecordUnusable, startEmbedded } from "#platform/record/index.ts";
import { CannotStart } from "./cannot-start.ts";
import type { Configuration } from "./configuration.ts";
import { datasets } from "./datasets.ts";
import { directoryReader } from "./directory.ts";
import { type Folders, makeFolders } from "./folders.ts";
import { descriptions } from "./record/descriptions.ts";
import { recordedReadModel } from "./record/read-model.ts";
import { ruleFolders } from "./sample-rules.ts";
import { readSetting, type SampleName } from "./setting.ts";
import { VERSION } from "./version.ts";

/** Everything that is open while the product runs, and the way to close it. */
export interface Service {
  readonly configuration: Configuration;
  readonly folders: Folders;
  readonly record: Record;
  readonly engine: Engine;
  readonly lake: Lake;
  readonly rulebook: Rulebook;
  readonly directory: () => Promise<Directory>;
  readonly snapshots: Snapshots;
  readonly releases: ReleaseBook;
  readonly book: BudgetBook;
  readonly people: PeopleBook;
  readonly office: BudgetOffice;
  readonly interests: InterestBook;
  /** The record's database, as the role of the application, for what keeps tables of its own there. */
  readonly databaseUrl: string;
  /** Has something that is opened later closed with the rest. */
  attach(opened: Pick<Service, "close">): void;
  close(): Promise<void>;
}

export interface Opening {
  /** The one server of a data folder, or a command that visits it. */
  readonly mode: "server" | "visitor";
  /** Folders outside the data folder from which files are loaded. */
  readonly reading?: readonly string[];
  readonly now: () => Date;
  /** The made-up world that is to be founded in an empty data folder, whose rules then hold. */
  readonly sample?: SampleName;
  /** Told, in a sentence, when the database is gone and could not be brought back. */
  readonly onLost?: (sentence: string) => void;
  /** The signal by which what the engine works at is told that nobody waits for it any more. */
  readonly stopping?: () => AbortSignal | undefined;
}

/** What to tell a person of an error: a sentence where the surroundings are at fault, all there is to know of a bug. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return isExpected(error) ? error.message : (error.stack ?? error.message);
}

/** Whether the surroundings are at fault; the message is then a sentence for whoever mends them. */
export function isExpected(error: unknown): boolean {
  return [CannotStart, RecordUnusable, KeyUnusable].some((kind) => error instanceof kind);
}

/** Opens the product over its data folder. Throws CannotStart with a sentence where that cannot be. */
export async function openService(configuration: Configuration, opening: Opening): Promise<Service> {
  const folders = makeFolders(configuration.data);
  const { rulebooks, sources } = ruleFolders(readSetting(folders.root)?.sample ?? opening.sample);
  const rulebook = loadRulebook(rulebooks, loadSources(...sources));
  const database = await openDatabase(configuration, folders, opening);
  const record = await openServiceRecord(database, opening);
  const engine = await openEngine({
    folders: [folders.lake, folders.marts, folders.scratch, folders.uploads, ...(opening.reading ?? [])],
    memory: configuration.memory,
    threads: configuration.threads,
    spill: folders.spill,
    ...(opening.stopping && { stopping: opening.stopping }),
  });
  const lake = openLake({ engine, record, root: folders.root, key: configuration.keyFile, datasets });
  const directory = directoryReader(engine, lake, rulebook);
  const snapshots = openSnapshots({ engine, lake, record, rulebook });
  const files = openContentStore(folders.files);
  const book = openBudgetBook(record, files);
  const releases = openReleases({ engine, lake, record, rulebook, snapshots, directory, files });
  const office = openBudgetOffice({ engine, lake, rulebook, book, snapshots, directory });
  const attached: Pick<Service, "close">[] = [];
  const people = openPeopleBook({
    record,
    newId: () => randomBytes(16).toString("hex"),
    newToken: () => randomBytes(32).toString("base64url"),
    // Whoever left is refused at each request anyway; their sign-ins end besides, whichever program they were begun with.
    onLeft: (person) => endSignIns(database.url, person),
  });
  const interests = openInterestBook(record);
  const close = async () => {
    for (const each of attached) await each.close();
    engine.close();
    await record.close();
    await database.stop();
  };
  const open = { configuration, folders, record, engine, lake, rulebook, directory, snapshots, releases, book, office };
  const attach = (opened: Pick<Service, "close">) => void attached.push(opened);
  return { ...open, people, interests, databaseUrl: database.url, attach, close };
}

function openServiceRecord({ url, ownerUrl }: OpenDatabase, { now }: Opening): Promise<Record> {
  const readModels = [loadsReadModel, budgetsReadModel, peopleReadModel, interestsReadModel];
  const seen = recordedReadModel(descriptions, VERSION);
  return openRecord({ url, ...(ownerUrl !== undefined && { ownerUrl }), readModels: [...readModels, seen], now });
}

interface OpenDatabase {
  readonly url: string;
  readonly ownerUrl?: string;
  stop(): Promise<void>;
}

async function openDatabase(
  { database }: Configuration,
  { record: folder }: Folders,
  { mode, onLost }: Opening,
): Promise<OpenDatabase> {
  if (database !== undefined) return { ...database, stop: async () => undefined };
  const started = await startEmbedded({ folder, mode, ...(onLost && { onLost }) });
  if ("refused" in started) throw new CannotStart(embeddedSentence(started.refused[0]));
  return started;
}
