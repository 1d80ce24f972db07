import { encodeQR } from "qr";
import type { ReactNode } from "react";
import type { Problem } from "../../web/outcome.ts";
import { Form, ProblemSummary, SecretField, SubmitButton } from "../../web/view/form.tsx";

interface SetUpProps {
  /** What an authenticator reads from the picture. */
  readonly uri: string;
  readonly action: string;
  readonly problems: readonly Problem[];
}

/** The secret as a picture and as text, and the first code of it. */
export function SetUpView({ uri, action, problems }: SetUpProps): ReactNode {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1>Set up your second factor</h1>
      <p>
        A password alone opens nothing here. Your phone, or a program on your computer, makes the second proof: an
        authenticator shows six digits that change every half minute. Any authenticator will do.
      </p>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>Open the authenticator and add an account.</li>
        <li>Let it read this picture, or enter the text below it by hand.</li>
        <li>Enter the code that it shows.</li>
      </ol>
      <QrPicture text={uri} />
      <p>
        As text: <code>{secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <Form action={action}>
        <SecretField
          name="code"
          label="Code"
          hint="The six digits that the authenticator shows now"
          autoComplete="one-time-code"
          problems={problems}
        />
        <SubmitButton>Go on</SubmitButton>
      </Form>
    </>
  );
}

/** A text as a picture that a camera reads; dark on light with a margin, as cameras need. */
export function QrPicture({ text }: { readonly text: string }): ReactNode {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const size = rows.length;
  return (
    <svg
      role="img"
      aria-label="The secret as a picture for the authenticator's camera"
      width="260"
      height="260"
      viewBox={`0 0 ${size} ${size}`}
    >
      <path fill="#ffffff" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="#212b32" d={dark.join("")} shapeRendering="crispEdges" />
    </svg>
  );
}
