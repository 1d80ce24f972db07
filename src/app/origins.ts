import { activityOriginLink, activityPath, activitySubject, qualityPath } from "#features/activity/index.ts";
import type { OriginLink, Reader } from "#features/budgets/index.ts";
import { listedSubject } from "#features/populations/index.ts";
import type { Origin } from "#kernel/explanation.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import { sees } from "#platform/access/sight.ts";
import type { Link } from "#platform/web/outcome.ts";
import type { Permission } from "./grants.ts";

/** What is asked to tell whose affairs a page is. */
type Places = Parameters<typeof activitySubject>[0] & Parameters<typeof listedSubject>[0];

/** A page behind a figure, whom it is for, and whether that must be asked at all. */
interface Behind {
  readonly link: Link;
  readonly permission: Permission;
  readonly subject: () => Promise<Subject>;
  /** The same for all pages with the same answer, so that it is asked once for a page of figures. */
  readonly asked: string;
}

/**
 * Where the file, list or activity behind a given figure is shown, and what lies behind a practice's budget as a whole; only
 * what the reader may open, so that nobody is led to a page that is refused.
 */
export function originLinks(places: Places): OriginLink {
  return (reader) => {
    const answers = new Map<string, Promise<boolean>>();
    return async (origin) => {
      const behind = behindFigure(places, reader, origin);
      if (behind === undefined) return undefined;
      const answer = answers.get(behind.asked) ?? opens(reader, behind);
      answers.set(behind.asked, answer);
      return (await answer) ? behind.link : undefined;
    };
  };
}

async function opens({ may }: Reader, { permission, subject }: Behind): Promise<boolean> {
  try {
    return may(permission, await subject());
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

function behindFigure(places: Places, reader: Reader, origin: Origin): Behind | undefined {
  const { practice = "", asAt, pct = "" } = origin.keys;
  switch (origin.kind) {
    case "activity":
    case "practice-activity":
    case "unpriced-activity":
      return behindActivity(places, reader, origin);
    case "data-quality": {
      const link = { text: "The quality of the data behind it", href: qualityPath(pct) };
      const subject = async () => ({ organisation: pct, within: [pct] });
      return sees(reader.sight, pct) ? { link, permission: "loads.view", subject, asked: `quality ${pct}` } : undefined;
    }
    case "registered-list": {
      const link = { text: "The registered list", href: `/lists/${practice}?on=${asAt}` };
      return { link, ...listed(places, practice) };
    }
    case "need":
      return { link: { text: "The need weights", href: `/need/${practice}` }, ...listed(places, practice) };
    default:
      return undefined;
  }
}

function listed(places: Places, practice: string): Omit<Behind, "link"> {
  return { permission: "populations.view", subject: () => listedSubject(places, practice), asked: `list ${practice}` };
}

function behindActivity(places: Places, { sight }: Reader, origin: Origin): Behind | undefined {
  const { practice = "", snapshot } = origin.keys;
  if (snapshot === undefined) return undefined;
  const link =
    activityOriginLink(origin) ??
    {
      "practice-activity": { text: "The activity behind it", href: activityPath({ snapshot, practice }) },
      "unpriced-activity": {
        text: "What of it could not be priced",
        href: `${activityPath({ snapshot, practice })}#unpriced`,
      },
    }[origin.kind];
  const subject = () => activitySubject(places, { snapshot, practice }, sight);
  return link && { link, permission: "activity.view", subject, asked: `activity ${snapshot} ${practice}` };
}
