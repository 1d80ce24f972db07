import { NotFound } from "#platform/access/errors.ts";
import { WHOLE_SERVICE } from "#platform/access/person.ts";
import { CSV_TYPE } from "#platform/files/csv.ts";
import { type Attachment, attachment } from "#platform/web/outcome.ts";
import { type Page, page } from "#platform/web/page.ts";
import type { ReleasedContent, ReleasedYear } from "../releases/released-content.ts";
import { figuresOf } from "../releases/released-figures.ts";
import { fileName, releasedCsv, releasedMetadata } from "../releases/released-files.ts";
import { publishedPath } from "../views/addresses.ts";
import { PublishedView } from "../views/published.view.tsx";
import { PublishedReleaseView } from "../views/published-release.view.tsx";
import type { ActivityWiring } from "../wiring.ts";

type Released = Pick<ActivityWiring, "releases" | "directory" | "madeUp">;

/** What was released, for everybody to read. It is made from what is kept of releases, never from marts. */
export function publishedPage({ releases, directory, madeUp }: Released): Page<"activity.published"> {
  return page(
    "/published",
    { permission: "activity.published", subject: () => WHOLE_SERVICE },
    async ({ path, query }) => {
      const known = await directory();
      const all = await releases.all();
      return {
        ...{ title: "Published activity", section: "published", madeUp },
        body: <PublishedView {...{ path, query, releases: all }} nameOf={(pct) => known.organisation(pct).name} />,
      };
    },
  );
}

/** One release: its tables by practice, point of delivery and month, and the files of exactly these. */
export function publishedReleasePage({ releases, madeUp }: Released): Page<"activity.published"> {
  return page(
    "/published/:release",
    { permission: "activity.published", subject: () => WHOLE_SERVICE },
    async ({ params: { release: id }, path, query }) => {
      const release = await releases.find(id);
      if (release === undefined) throw new NotFound(`Nothing was released under the name ${id}.`);
      const content = releases.content(release);
      const year = askedYear(content, query.get("year"));
      const file = askedFile(content, year, { release: id, file: query.get("file") });
      if (file !== undefined) return file;
      const practice = askedPractice(year, query.get("practice"));
      const figures = figuresOf(content, year);
      const name = content.names[content.pct] ?? content.pct;
      return {
        ...{ title: `Published activity of ${name}, ${year.year}`, section: "published", madeUp },
        trail: [{ text: "Published activity", href: publishedPath() }],
        place: { name, detail: content.pct },
        body: <PublishedReleaseView {...{ release: id, content, figures, practice, path, query }} />,
      };
    },
  );
}

function askedYear({ years }: ReleasedContent, asked: string | null): ReleasedYear {
  const found = asked === null ? years.at(-1) : years.find(({ year }) => year === asked);
  if (found === undefined) throw new NotFound(`The release has no year ${asked}.`);
  return found;
}

function askedPractice({ counts, year }: ReleasedYear, asked: string | null): string | undefined {
  if (asked === null || asked === "") return undefined;
  if (!counts.dimensions[0]?.codes.includes(asked)) {
    throw new NotFound(`The release has no activity of a practice ${asked} in ${year}.`);
  }
  return asked;
}

interface AskedFile {
  readonly release: string;
  readonly file: string | null;
}

function askedFile(content: ReleasedContent, year: ReleasedYear, asked: AskedFile): Attachment | undefined {
  const name = fileName(content, year.year);
  if (asked.file === "csv") return attachment({ name, type: CSV_TYPE, body: releasedCsv(content, year) });
  if (asked.file !== "metadata") return undefined;
  const type = "application/json; charset=utf-8";
  return attachment({ name: `${name}-metadata.json`, type, body: releasedMetadata(content, year, asked.release) });
}
