import type { ReactNode } from "react";
import type { Problem } from "#platform/web/outcome.ts";
import { SelectField, TextField } from "#platform/web/view/form.tsx";
import { Sized } from "#platform/web/view/form-page.tsx";
import { GIVEN_ROLES, heldAtWords } from "../rules/role-words.ts";
import type { Entered } from "./entered.ts";

export interface FieldsProps {
  readonly problems: readonly Problem[];
  readonly entered: Entered;
}

/** Who somebody is. */
export function DetailsFields({ problems, entered }: FieldsProps): ReactNode {
  return (
    <Sized width="two-thirds">
      <TextField name="name" label="Name" problems={problems} entered={entered.name} />
      <TextField
        name="email"
        label="E-mail address"
        hint="Only administrators see it. It is kept apart from the record, so that it can be erased."
        problems={problems}
        entered={entered.email}
      />
    </Sized>
  );
}

/** The role, the organisation and the days of a post. */
export function PostFields({ problems, entered }: FieldsProps): ReactNode {
  const roles = GIVEN_ROLES.map((role) => ({ value: role, text: `${role}, at ${heldAtWords(role)}` }));
  return (
    <>
      <SelectField
        name="role"
        label="Role"
        problems={problems}
        entered={entered.role}
        options={[{ value: "", text: "Choose a role" }, ...roles]}
      />
      <Sized width="one-third">
        <TextField
          name="organisation"
          label="Organisation"
          hint="Its code, like 5QX or X81001"
          problems={problems}
          entered={entered.organisation}
        />
      </Sized>
      <DaysFields problems={problems} entered={entered} />
    </>
  );
}

/** The first and the last day of a post. */
export function DaysFields({ problems, entered }: FieldsProps): ReactNode {
  return (
    <Sized width="one-third">
      <TextField
        name="from"
        label="First day"
        hint="For example, 1/4/2008"
        problems={problems}
        entered={entered.from}
      />
      <TextField
        name="until"
        label="Last day, if it is known"
        hint="The post counts on this day too. Leave it empty for a post without an end."
        problems={problems}
        entered={entered.until}
      />
    </Sized>
  );
}
