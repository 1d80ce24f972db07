import type { Explanation, Origin } from "#kernel/explanation.ts";
import { NotFound } from "#platform/access/errors.ts";
import type { Subject } from "#platform/access/person.ts";
import { attachment, type Link, redirect } from "#platform/web/outcome.ts";
import { type Page, page } from "#platform/web/page.ts";
import { WhyView } from "#platform/web/view/why-view.tsx";
import { whyText } from "#platform/web/words/why.ts";
import { type ChosenRun, runOfHash } from "../chosen-run.ts";
import type { BudgetsDesk } from "../desk.ts";
import { followed, type MembersOf, pointsTo } from "../figures.ts";
import type { BudgetPermission } from "../grants.ts";
import { membersIn } from "../members.ts";
import { figureSubject, placeIn, placeSubject } from "../subjects.ts";
import { readYear, whyPath } from "../views/addresses.ts";
import { explainCommand, runTitle } from "../views/run-words.ts";
import type { OriginLink } from "../wiring.ts";
import { around, frameOf, trailTo } from "./frame.ts";

/** The name of the parameter that takes the rest of the path, slashes and all. */
interface Asked {
  readonly pct: string;
  readonly year: string;
  readonly hash: string;
  readonly address?: string;
}

/** Why any figure of a run is what it is, down to where it was loaded from. Source: 003 ¶A1-1, figures being open. */
export function whyPage(desk: BudgetsDesk): Page<BudgetPermission> {
  const subject = async (params: unknown): Promise<Subject> => {
    const { pct, year, address = "" } = params as Asked;
    return figureSubject(await desk.directory(), pct, readYear(year), address);
  };
  return page(
    "/why/:pct/:year/:hash/:address{.+}",
    { permission: "budgets.explain", subject },
    async ({ params, query, may, sight }) => {
      const { pct, year, hash, address = "" } = params as unknown as Asked;
      const frame = await frameOf(desk, { code: placeIn(address) ?? pct, year }, may);
      const seesDrafts = may("budgets.draft", placeSubject(frame.directory, pct, frame.year));
      const chosen = await runOfHash(desk.book, { pct, year: frame.year }, hash, seesDrafts);
      if (chosen === undefined) throw new NotFound("No version that you may see has this figure.");
      const members = membersIn(frame.directory, chosen.run);
      const found = followed(chosen.run, address, members);
      if (found === undefined)
        throw new NotFound(`The budgets of ${chosen.run.pct.name} have no figure at ${address}.`);
      const run = { pct, year: frame.year, hash };
      if (found.address !== address) return redirect(whyPath(run, found.address));
      const { figure } = found;
      const command = explainCommand(chosen, address);
      if (query.get("as") === "text") {
        const body = whyText(figure, command);
        return attachment({
          name: `why-${address.replaceAll("/", "-")}.txt`,
          type: "text/plain; charset=utf-8",
          body: `${body}\n`,
        });
      }
      const shown = resolved({ chosen, figure, address, members });
      const links = await linksOf([shown.explanation, ...shown.explanation.inputs], desk.originLink({ may, sight }));
      const of = runTitle(frame.place.name, frame.year, chosen.status);
      return {
        title: `Why is ${figure.label} what it is? ${of}`,
        ...around(desk, frame),
        trail: trailTo(frame, true),
        body: (
          <>
            <WhyView {...shown} originOf={(origin) => links.get(origin)} command={command} of={of} />
            <p className="app-download">
              <a href={`${whyPath(run, address)}?as=text`}>Keep this as text</a>
            </p>
          </>
        ),
      };
    },
  );
}

/** Where each given figure was found, as far as the reader may go there. */
async function linksOf(
  figures: readonly Explanation[],
  linkOf: ReturnType<OriginLink>,
): Promise<ReadonlyMap<Origin, Link | undefined>> {
  const origins = figures.flatMap(({ origin }) => origin ?? []);
  return new Map(await Promise.all(origins.map(async (origin) => [origin, await linkOf(origin)] as const)));
}

interface Found {
  readonly chosen: ChosenRun;
  readonly figure: Explanation;
  readonly address: string;
  readonly members: MembersOf;
}

/** The figure with what its inputs point to in their place, under their own names, so that each leads to its own why. */
function resolved({ chosen, figure, address, members }: Found) {
  const addresses = new Map<string, string>();
  const inputs = figure.inputs.map((input) => {
    const target = followed(chosen.run, pointsTo(input) ?? "", members);
    addresses.set(input.id, target?.address ?? `${address}/${input.id}`);
    if (target === undefined) return input;
    const { caution = input.caution, ...rest } = target.figure;
    return { ...rest, id: input.id, label: input.label, ...(caution !== undefined && { caution }) };
  });
  const run = { ...chosen.key, hash: chosen.hash };
  return {
    explanation: { ...figure, inputs },
    whyOf: ({ id }: Explanation) => whyPath(run, addresses.get(id) ?? `${address}/${id}`),
  };
}
