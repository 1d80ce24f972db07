import { Button } from "nhsuk-react-components";
import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { Form, SelectField, TextField } from "#platform/web/view/form.tsx";
import type { WrittenOfFile } from "../reading/said-of-file.ts";
import { uploadPath } from "./addresses.ts";

export interface CorrectionProps {
  readonly upload: string;
  readonly written: WrittenOfFile;
  readonly problems: readonly Problem[];
  readonly datasets: readonly { readonly value: string; readonly text: string }[];
  readonly layouts: readonly { readonly value: string; readonly text: string }[];
}

const RECOGNISE = { value: "", text: "Recognise it by its first row" };

/** What the file was taken for and what is said of it, to be corrected before it is checked again. */
export function CorrectionForm(props: CorrectionProps & { readonly isOpen: boolean }): ReactNode {
  return (
    <details className="nhsuk-details" open={props.isOpen}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Correct what it was taken for, or say what its sender says</span>
      </summary>
      <div className="nhsuk-details__text">
        <Form action={uploadPath(props.upload)}>
          <KindFields {...props} />
          <SenderFields {...props} />
          <Button secondary name="do" value="check">
            Check it again
          </Button>
        </Form>
      </div>
    </details>
  );
}

function KindFields({ written, problems, datasets, layouts }: CorrectionProps): ReactNode {
  return (
    <>
      <SelectField
        {...{ name: "dataset", label: "What it holds", problems, entered: written.dataset }}
        options={[RECOGNISE, ...datasets]}
      />
      <SelectField
        {...{ name: "layout", label: "Its layout", problems, entered: written.layout }}
        options={[RECOGNISE, ...layouts]}
      />
      <SelectField
        {...{ name: "status", label: "Can its figures still change?", problems, entered: written.status }}
        options={[
          { value: "provisional", text: "Yes, they are provisional" },
          { value: "final", text: "No, they are final" },
        ]}
      />
      <SelectField
        {...{ name: "madeUp", label: "Are its figures real?", problems, entered: written.madeUp ? "yes" : "" }}
        options={[
          { value: "", text: "Yes" },
          { value: "yes", text: "No, they are made up" },
        ]}
      />
      <TextField
        {...{ name: "settings", label: "Settings", problems, entered: written.settings }}
        hint="What the file does not say itself, such as price_year=2017/18"
      />
      <TextField
        {...{ name: "standIn", label: "Stand-in", problems, entered: written.standIn }}
        hint="Where it is of another year, what it stands in for: prices of 2018/19 for 2013/14"
      />
    </>
  );
}

function SenderFields({ written, problems }: CorrectionProps): ReactNode {
  return (
    <>
      <TextField
        {...{ name: "rows", label: "Rows, as its sender says", problems, entered: written.rows }}
        hint="Leave it empty where the sender says nothing"
      />
      <TextField
        {...{ name: "sums", label: "Totals, as its sender says", problems, entered: written.sums }}
        hint="Column and amount, such as cost=1234.50; several apart by semicolons"
      />
      <TextField
        {...{ name: "batch", label: "Batch", problems, entered: written.batch }}
        hint="Whose part of a month it is, such as a hospital's code, where several send files of one month"
      />
      <TextField
        {...{ name: "corrects", label: "The load whose rejected rows these are, corrected", problems }}
        entered={written.corrects}
        hint="Leave it empty for a file of its own"
      />
    </>
  );
}
