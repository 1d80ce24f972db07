import { Button, ErrorSummary, Radios, Select, TextInput } from "nhsuk-react-components";
import { createContext, type ReactNode, useContext } from "react";
import type { Problem } from "../outcome.ts";

/** The name under which a form sends the token that proves it came from one of our pages. */
export const TOKEN_FIELD = "_token";

/** The token of the session for which a page is drawn; the layout provides it. */
export const FormToken = createContext<string | undefined>(undefined);

interface FormProps {
  readonly action: string;
  readonly children: ReactNode;
  /** Needed where a file is sent. */
  readonly withFile?: boolean;
}

/** A form that the platform will take: it carries the token by itself. */
export function Form({ action, children, withFile }: FormProps): ReactNode {
  return (
    <form method="post" action={action} noValidate encType={withFile ? "multipart/form-data" : undefined}>
      <input type="hidden" name={TOKEN_FIELD} value={useFormToken()} />
      {children}
    </form>
  );
}

/** The token itself, for a button that is a form of its own. */
export function useFormToken(): string {
  const token = useContext(FormToken);
  if (token === undefined) throw new Error("A form can be drawn only inside a page");
  return token;
}

/** What has to be put right, above the form, each with a link to its field. Nothing where nothing has. */
export function ProblemSummary({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  if (problems.length === 0) return null;
  return (
    <ErrorSummary>
      <ErrorSummary.Title>There is a problem</ErrorSummary.Title>
      <ErrorSummary.List>
        {problems.map(({ field, message }) =>
          field === undefined ? (
            <li key={message}>{message}</li>
          ) : (
            <ErrorSummary.ListItem key={`${field} ${message}`} href={`#${field}`}>
              {message}
            </ErrorSummary.ListItem>
          ),
        )}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problems: readonly Problem[];
}

interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

interface TextProps extends FieldProps {
  readonly entered?: string | undefined;
  readonly type?: "email";
  /** What a browser or a keeper of passwords may fill in. */
  readonly autoComplete?: string;
}

/** A line of text. */
export function TextField({ entered, type, autoComplete, ...field }: TextProps): ReactNode {
  const more = { ...(type && { type }), ...(autoComplete && { autoComplete }) };
  return <TextInput {...described(field)} label={field.label} defaultValue={entered} {...more} />;
}

interface SecretProps extends FieldProps {
  readonly autoComplete: "current-password" | "new-password" | "one-time-code";
}

/** Something secret: never shown again, and left to keepers of passwords, who may paste it. */
export function SecretField({ autoComplete, ...field }: SecretProps): ReactNode {
  const more = autoComplete === "one-time-code" ? { type: "text", spellCheck: false, width: 10 as const } : PASSWORD;
  return <TextInput {...described(field)} label={field.label} autoComplete={autoComplete} {...more} />;
}

const PASSWORD = { type: "password", spellCheck: false, autoCapitalize: "none" };

/** A file to send: the browser's own control, since the design system's dressed-up one reads out another name than it shows. */
export function FileField(field: FieldProps): ReactNode {
  return <TextInput {...described(field)} label={field.label} type="file" className="app-file" />;
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[];
  readonly entered?: string | undefined;
}

/** One of many, where there are too many to show at once. */
export function SelectField({ options, entered, ...field }: ChoiceProps): ReactNode {
  return (
    <Select {...described(field)} label={field.label} defaultValue={entered}>
      {options.map(({ value, text }) => (
        <Select.Option key={value} value={value}>
          {text}
        </Select.Option>
      ))}
    </Select>
  );
}

/** One of a few, all of them shown. */
export function RadiosField({ options, entered, ...field }: ChoiceProps): ReactNode {
  return (
    <Radios {...described(field)} idPrefix={field.name} legend={field.label} legendProps={{ size: "m" }}>
      {options.map(({ value, text, hint }, index) => (
        <Radios.Item
          key={value}
          id={index === 0 ? field.name : `${field.name}-${index + 1}`}
          value={value}
          defaultChecked={entered === value}
          {...(hint === undefined ? {} : { hint })}
        >
          {text}
        </Radios.Item>
      ))}
    </Radios>
  );
}

/** Sends the form. */
export function SubmitButton({ children }: { readonly children: ReactNode }): ReactNode {
  return <Button>{children}</Button>;
}

function described({ name, hint, problems }: FieldProps) {
  const error = problems.find(({ field }) => field === name)?.message;
  return { id: name, name, ...(hint === undefined ? {} : { hint }), ...(error === undefined ? {} : { error }) };
}
