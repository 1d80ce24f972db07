import type { ReactNode } from "react";
import type { Day } from "#kernel/period.ts";
import type { Problem } from "#platform/web/outcome.ts";
import { type Column, DataTable } from "#platform/web/view/data-table.tsx";
import { ProblemSummary, SelectField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { dayText } from "#platform/web/words/dates.ts";
import { inWords } from "../rules/definition.ts";
import type { Place } from "../rules/place.ts";
import type { PresentedLimit, PresentedOverride, PresentedRule, PresentedValue } from "../rules/presented.ts";
import { ruleAddress } from "./addresses.ts";
import { SourceLink } from "./source-link.tsx";

export interface RulesInForceProps {
  readonly place: Place;
  /** The place and the wider ones, narrowest first. */
  readonly around: readonly Place[];
  readonly places: readonly Place[];
  readonly on: Day;
  readonly entered: string;
  readonly problems: readonly Problem[];
  readonly topics: readonly { readonly title: string; readonly rules: readonly PresentedRule[] }[];
  readonly overrides: readonly PresentedOverride[];
}

/** Rules in force: the choice of place and day, where things stand, what differs, and every rule by topic. */
export function RulesInForceView(props: RulesInForceProps): ReactNode {
  const { place, on, topics, overrides, problems } = props;
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{dayText(on)}</span>
        Rules in force in {place.name}
      </h1>
      <Choice {...props} />
      <p className="nhsuk-lede-text">{summaryText(props)}</p>
      <Overrides place={place} overrides={overrides} />
      {topics
        .filter(({ rules }) => rules.length > 0)
        .map(({ title, rules }) => (
          <DataTable
            key={title}
            id={title.toLowerCase().replaceAll(" ", "-")}
            caption={title}
            columns={ruleColumns(place)}
            rows={rules}
            rowKey={({ rule }) => rule}
            counted={["rule", "rules"]}
            pageSize={200}
          />
        ))}
      <p>
        <a href="/sources">All sources that rules rest on</a>
      </p>
    </>
  );
}

function Choice({ place, places, entered, problems }: RulesInForceProps): ReactNode {
  return (
    <form method="get" action="/rules">
      <SelectField
        name="place"
        label="Place"
        problems={[]}
        entered={place.id}
        options={places.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <TextField name="on" label="Day" hint="For example, 2007-04-01" problems={problems} entered={entered} />
      <SubmitButton>Show the rules</SubmitButton>
    </form>
  );
}

function summaryText({ place, topics, overrides }: RulesInForceProps): string {
  const rules = topics.flatMap((topic) => topic.rules);
  const set = rules.flatMap((rule) => rule.set ?? []);
  const own = set.filter((value) => value.place === place.id).length;
  const same = overrides.filter(({ isSame }) => isSame).length;
  const others = [...new Set(set.filter((value) => value.place !== place.id).map(({ placeName }) => placeName))];
  return [
    `${set.length} rules are in force.`,
    own === 0
      ? `${place.name} set none of them.`
      : `${place.name} set ${own} of them: ${same} as a wider place has them, ${own - same} of its own.`,
    others.length === 0 ? "" : `The others come from ${inWords(others)}.`,
    set.length === rules.length ? "" : `${rules.length - set.length} more have a limit but no value yet.`,
  ].join(" ");
}

function Overrides({ place, overrides }: Pick<RulesInForceProps, "place" | "overrides">): ReactNode {
  if (overrides.length === 0) return null;
  const columns: readonly [Column<PresentedOverride>, ...Column<PresentedOverride>[]] = [
    { key: "rule", heading: "Rule", cell: ({ own }) => <RuleLink rule={own} place={place} /> },
    { key: "own", heading: place.name, cell: ({ own }) => own.says },
    { key: "wider", heading: "Without it", cell: widerText },
    { key: "allowed", heading: "Allowed", cell: ({ limits, own }) => <Limits limits={limits} beside={own} /> },
    { key: "source", heading: "Source", cell: ({ own }) => <SourceLink source={own.source} /> },
  ];
  return (
    <DataTable
      id="differences"
      caption={`What ${place.name} says for itself`}
      columns={columns}
      rows={overrides}
      rowKey={({ own }) => own.rule}
      counted={["rule", "rules"]}
      pageSize={200}
    />
  );
}

function widerText({ wider, isSame }: PresentedOverride): string {
  if (wider === undefined) return "No value";
  return isSame ? `The same, from ${wider.placeName}` : `${wider.says} (${wider.placeName})`;
}

function ruleColumns(place: Place): readonly [Column<PresentedRule>, ...Column<PresentedRule>[]] {
  return [
    { key: "rule", heading: "Rule", cell: (rule) => <RuleLink rule={rule} place={place} /> },
    { key: "says", heading: "What it says", cell: ({ set }) => set?.says ?? "No value set" },
    { key: "by", heading: "Set by", cell: SetBy },
    {
      key: "allowed",
      heading: "Allowed from above",
      cell: ({ limits, set }) => <Limits limits={limits} beside={set} />,
    },
  ];
}

function SetBy({ set }: PresentedRule): ReactNode {
  if (set === undefined) return "Nobody";
  return (
    <>
      {set.placeName}, since {dayText(set.from)} (<SourceLink source={set.source} />)
    </>
  );
}

function RuleLink({
  rule,
  place,
}: {
  readonly rule: { readonly rule: string; readonly title: string };
  readonly place: Place;
}) {
  return <a href={ruleAddress(rule.rule, place.id)}>{rule.title}</a>;
}

interface LimitsProps {
  readonly limits: readonly PresentedLimit[];
  /** The value shown in the same row: its citation is not said twice. */
  readonly beside: PresentedValue | undefined;
}

function Limits({ limits, beside }: LimitsProps): ReactNode {
  if (limits.length === 0) return "Anything";
  return limits.map(({ allows, placeName, citation, source }) => (
    <span key={placeName}>
      {allows} ({placeName}
      {citation === beside?.citation ? null : (
        <>
          , <SourceLink source={source} />
        </>
      )}
      ){" "}
    </span>
  ));
}
