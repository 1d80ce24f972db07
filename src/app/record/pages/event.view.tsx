import { SummaryList } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { ShownEvent } from "../shown-event.ts";
import { instantText } from "./instant-text.ts";

interface EventProps {
  readonly event: ShownEvent;
  /** Where everything that happened to the same object is found. */
  readonly others: string;
}

/** One event: what, to what, who, when, on what authority, and its place in the chain. */
export function EventView({ event, others }: EventProps): ReactNode {
  const { seq, at, says, object, href, who, authority, outcome, type, hash } = event;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ["What", says],
    ["About", <About key="about" object={object} href={href} />],
    ["By", who],
    ["When", `${instantText(at)} (${at})`],
    ["On what authority", authority || "Nobody's was asked"],
    ["Outcome", outcome === "accepted" ? "Accepted" : "Refused"],
    ["Kind of event", type],
    ["Number in the record", seq],
    ["Hash, by which the next event is tied to it", <code key="hash">{hash}</code>],
  ];
  return (
    <>
      <h1>Event {seq} of the record</h1>
      <SummaryList>
        {rows.map(([key, value]) => (
          <SummaryList.Row key={key}>
            <SummaryList.Key>{key}</SummaryList.Key>
            <SummaryList.Value>{value}</SummaryList.Value>
          </SummaryList.Row>
        ))}
      </SummaryList>
      <p>
        <a href={others}>Everything that happened to the same object</a>
      </p>
    </>
  );
}

function About({ object, href }: Pick<ShownEvent, "object" | "href">): ReactNode {
  return href === undefined ? object : <a href={href}>{object}</a>;
}
