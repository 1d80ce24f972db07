import type { ServedCounty } from "../county/served-county.ts";
import { TARGETS } from "./county-people.ts";
import { visitorAs } from "./walk.ts";
import type { World } from "./whose.ts";

const FINANCE: Readonly<Record<string, string>> = { "5ZN": "hari-marshharrier", "5ZS": "wanda-waterrail" };

/** Who declared something in each PCT of the sample. */
const DECLARED: Readonly<Record<string, string>> = { "5ZN": "nora-nightjar", "5ZS": "lionel-littleegret" };

/** Who holds a post at each practice that is asked about. */
const AT: Readonly<Record<string, string>> = { X81003: "wilma-wigeon", X81008: "tilda-teal", X82001: "ruben-ruff" };

interface Published {
  readonly id: string;
  readonly commissioner: string;
}

/** Finds in a served county what addresses name: snapshots, issued budgets, rows and a load of open data. */
export async function worldOf({ county: { service }, address }: ServedCounty): Promise<World> {
  const events = await service.record.history({ limit: 100_000 });
  const snapshots = events
    .filter(({ type }) => type === "SnapshotPublished")
    .map(({ data }) => data as unknown as Published);
  const snapshotOf = (pct: string) => found(snapshots.find(({ commissioner }) => commissioner === pct)?.id, pct);
  const issued = new Map<string, string>();
  const rows = new Map<string, string>();
  const row = new Map<string, string>();
  for (const { pct, practice } of Object.values(TARGETS)) {
    const [version] = await service.book.versions({ pct, year: "2008/09" as never });
    issued.set(pct, found(version?.resultHash, pct));
    const finance = await visitorAs(address, FINANCE[pct]);
    const point = `/activity/${snapshotOf(pct)}/${practice}/emergency`;
    const some = await queryIn(await finance.get(point), /(?<=\/rows)\?[^"]*/);
    rows.set(practice, some);
    row.set(practice, await queryIn(await finance.get(`${point}/rows${some}`), /(?<=\/row)\?[^"]*/));
  }
  const open = await service.lake.loads({ sight: "everywhere", dataset: "prices-admitted" });
  return {
    snapshotOf,
    issuedOf: (pct) => issued.get(pct) ?? "",
    rowsOf: (practice) => rows.get(practice) ?? "",
    rowOf: (practice) => row.get(practice) ?? "",
    declarationOf: (pct) => ({ person: DECLARED[pct] ?? "", item: `${DECLARED[pct]}-1` }),
    personAt: (practice) => AT[practice] ?? "",
    load: found(open[0]?.load, "prices"),
    release: found((await service.releases.latest("5ZN"))?.release, "releases"),
  };
}

/** What the first link of a kind on a page asks for. */
async function queryIn(page: Response, link: RegExp): Promise<string> {
  const text = await page.text();
  return found(link.exec(text)?.[0], `${page.url}: ${page.status}`).replaceAll("&amp;", "&");
}

function found(value: string | undefined, what: string): string {
  if (value === undefined) throw new Error(`The county has nothing of ${what} to ask about`);
  return value;
}
