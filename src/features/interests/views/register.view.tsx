import type { ReactNode } from "react";
import type { Organisation } from "#features/organisations/index.ts";
import { type Column, DataTable } from "#platform/web/view/data-table.tsx";
import { EmptyState } from "#platform/web/view/empty-state.tsx";
import type { Entry, Register } from "../register.ts";
import type { Gift, Interest } from "../rules/interest.ts";
import { giftsTable, interestsTable, pageColumns, peopleTable, type RegisterTable } from "./register-tables.ts";

/** The places that have a register. */
export function RegisterPlacesView({ places }: { readonly places: readonly Organisation[] }): ReactNode {
  return (
    <>
      <h1>Registers of interests, gifts and hospitality</h1>
      <p>
        Those who take decisions with public money declare what could sway them. Anybody may read what they declared.
      </p>
      {places.length === 0 ? (
        <EmptyState
          title="No register yet"
          from="A register appears for each PCT of the directory."
          who="Finance and information officers load the directory."
        />
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {places.map(({ code, name }) => (
            <li key={code}>
              <a href={`/interests/register/${code}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface RegisterProps {
  readonly name: string;
  readonly place: string;
  readonly published: Register;
  /** Only for those who may see what is not published. */
  readonly others: Register | undefined;
  readonly mayRedact: boolean;
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The register of a place; for directors and administrators also what is not published. */
export function RegisterView({ name, others, published, ...rest }: RegisterProps): ReactNode {
  return (
    <>
      <h1>
        <span className="nhsuk-caption-l">{name}</span>
        Register of interests, gifts and hospitality
      </h1>
      <p>
        Declared by those of {name} who take decisions, by name and role. Where a field is redacted, the reason stands
        in its place.
      </p>
      <Part register={published} part="published" {...rest} />
      {others === undefined ? null : (
        <>
          <h2>Not published</h2>
          <p>Declared by others of {name}. You see it as a director or administrator.</p>
          <Part register={others} part="others" {...rest} mayRedact={false} />
        </>
      )}
    </>
  );
}

interface PartProps extends Pick<RegisterProps, "place" | "mayRedact" | "path" | "query"> {
  readonly register: Register;
  readonly part: "published" | "others";
}

function Part({ register, part, ...rest }: PartProps): ReactNode {
  const suffix = part === "published" ? "" : " (not published)";
  return (
    <>
      <RegisterTableView table={peopleTable(register, `Who declares${suffix}`)} part={part} {...rest} />
      <RegisterTableView table={interestsTable(register, `Interests${suffix}`)} part={part} {...rest} redacts />
      <RegisterTableView table={giftsTable(register, `Gifts and hospitality${suffix}`)} part={part} {...rest} redacts />
    </>
  );
}

interface RegisterTableProps<Row> extends Omit<PartProps, "register"> {
  readonly table: RegisterTable<Row>;
  /** Whether its rows have fields that may be redacted. */
  readonly redacts?: boolean;
}

function RegisterTableView<Row>({
  table,
  part,
  place,
  mayRedact,
  path,
  query,
  redacts,
}: RegisterTableProps<Row>): ReactNode {
  const [first, ...others] = pageColumns(table.columns);
  if (first === undefined) return null;
  const redaction: readonly Column<Row>[] = mayRedact && redacts ? [redactColumn(place)] : [];
  const wanted = new URLSearchParams([...query, ["part", part], ["csv", table.id]]);
  return (
    <DataTable
      {...table}
      id={`${part}-${table.id}`}
      columns={[first, ...others, ...redaction]}
      path={path}
      query={query}
      downloads={table.rows.length === 0 ? [] : [{ text: "Download these rows (CSV)", href: `${path}?${wanted}` }]}
    />
  );
}

function redactColumn<Row>(place: string): Column<Row> {
  return {
    key: "redact",
    heading: "Redact",
    cell: (row) => {
      const { person, declaration } = row as Entry<Interest | Gift>;
      return (
        <a href={`/interests/register/${place}/${encodeURIComponent(person.person)}/${declaration.id}/redact`}>
          Redact
          <span className="nhsuk-u-visually-hidden"> what {person.name} declared</span>
        </a>
      );
    },
  };
}
