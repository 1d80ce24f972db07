import { Details } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { FileField, Form, ProblemSummary, RadiosField, SubmitButton, TextField } from "#platform/web/view/form.tsx";
import { loadFilePath, loadsPath } from "./addresses.ts";

interface LoadFileProps {
  readonly problems: readonly Problem[];
  readonly entered: Readonly<Record<string, string>>;
  /** The load whose rejected rows the file has, where one was named. */
  readonly corrects: string;
  /** The largest file that is taken, in megabytes. */
  readonly largest: number;
  readonly kinds: readonly { readonly title: string; readonly layouts: readonly string[] }[];
}

/** Where a file is handed in. Nothing counts before it has been checked and published. */
export function LoadFileView({ problems, entered, corrects, largest, kinds }: LoadFileProps): ReactNode {
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1 className="nhsuk-heading-l">Load a file</h1>
      <p className="nhsuk-lede-text">
        The file is recognised and checked. You then see what is in it, and publish it or not. Nothing counts before.
      </p>
      <Form action={loadFilePath()} withFile>
        <FileField
          name="file"
          label="The file"
          hint={`CSV, also packed as .gz, or Parquet; ${largest} MB at most. Larger ones go by the command line: script/chilford load`}
          problems={problems}
        />
        <RadiosField
          name="status"
          label="Can its figures still change?"
          problems={problems}
          entered={entered.status}
          options={[
            {
              value: "provisional",
              text: "Yes, they are provisional",
              hint: "A final version takes their place when it is loaded.",
            },
            { value: "final", text: "No, they are final" },
          ]}
        />
        {corrects === "" ? null : (
          <TextField
            name="corrects"
            label="The load whose rejected rows these are, corrected"
            hint="They stand beside the rows of that load."
            problems={problems}
            entered={entered.corrects ?? corrects}
          />
        )}
        <SubmitButton>Check the file</SubmitButton>
      </Form>
      <Kinds kinds={kinds} />
      <p>
        <a href={loadsPath()}>What was loaded before</a>
      </p>
    </>
  );
}

function Kinds({ kinds }: Pick<LoadFileProps, "kinds">): ReactNode {
  return (
    <Details>
      <Details.Summary>Which files can be loaded</Details.Summary>
      <Details.Text>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {kinds.map(({ title, layouts }) => (
            <li key={title}>
              {title}: {layouts.join("; ")}
            </li>
          ))}
        </ul>
        <p>A file is recognised by the names in its first row. You can correct what it was taken for.</p>
      </Details.Text>
    </Details>
  );
}
