import { dayInLondon } from "#kernel/period.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import type { Attachment } from "#platform/web/outcome.ts";
import { type Page, page } from "#platform/web/page.ts";
import { type Register, registerOf } from "../register.ts";
import { RegisterPlacesView, RegisterView } from "../views/register.view.tsx";
import { giftsTable, interestsTable, peopleTable, registerFile } from "../views/register-tables.ts";
import type { InterestsWiring } from "../wiring.ts";

/** The published registers: of which places there are any, and one place's. Anybody reads them. Source: settled ¶interests-2. */
export function registerPages(wiring: InterestsWiring): readonly Page<"anyone">[] {
  return [places(wiring), register(wiring)];
}

function places({ directory, madeUp }: InterestsWiring): Page<"anyone"> {
  return page("/interests/register", { permission: "anyone" }, async () => {
    const pcts = [...(await directory()).organisations.values()].filter(({ kind }) => kind === "pct");
    return {
      title: "Registers of interests, gifts and hospitality",
      trail: [{ text: "Registers", href: "/registers" }],
      madeUp,
      body: <RegisterPlacesView places={pcts.toSorted((a, b) => (a.name < b.name ? -1 : 1))} />,
    };
  });
}

function register(wiring: InterestsWiring): Page<"anyone"> {
  return page("/interests/register/:place", { permission: "anyone" }, async (visit) => {
    const { params, query, path, now } = visit;
    const subject = await placeOfRegister(wiring, params.place);
    const may = visit.may as (permission: string, of: Subject) => boolean;
    const today = dayInLondon(now);
    const published = await registerOf(wiring, params.place, today, "published");
    const others = may("interests.view", subject) ? await registerOf(wiring, params.place, today, "others") : undefined;
    const file =
      query.get("part") === "others" ? fileOf(params.place, others, query) : fileOf(params.place, published, query);
    if (file !== undefined) return file;
    const { name } = (await wiring.directory()).organisation(params.place);
    return {
      title: `Register of interests, gifts and hospitality, ${name}`,
      trail: [
        { text: "Registers", href: "/registers" },
        { text: "Interests, gifts and hospitality", href: "/interests/register" },
      ],
      place: { name, detail: params.place },
      madeUp: wiring.madeUp,
      body: (
        <RegisterView
          {...{ name, published, others, path, query }}
          place={params.place}
          mayRedact={may("interests.redact", subject)}
        />
      ),
    };
  });
}

function fileOf(place: string, of: Register | undefined, query: URLSearchParams): Attachment | undefined {
  if (of === undefined) return undefined;
  return (
    registerFile(place, peopleTable(of, ""), query) ??
    registerFile(place, interestsTable(of, ""), query) ??
    registerFile(place, giftsTable(of, ""), query)
  );
}

/** A place that keeps a register, as somebody's affairs; throws NotFound where it is no PCT. */
export async function placeOfRegister({ directory, now }: InterestsWiring, place: string): Promise<Subject> {
  const held = await directory();
  if (held.organisations.get(place)?.kind !== "pct")
    throw new NotFound(`No register is kept for ${place}. Choose a PCT.`);
  return { organisation: place, within: held.within(place, dayInLondon(now())) };
}
