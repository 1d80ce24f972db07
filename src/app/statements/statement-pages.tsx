import type { Rulebook } from "#features/rulebook/index.ts";
import { dayInLondon } from "#kernel/period.ts";
import { type Page, page } from "#platform/web/page.ts";
import { AccessibilityView } from "./accessibility.view.tsx";
import { PrivacyView } from "./privacy.view.tsx";
import { periodsOn } from "./retention-periods.ts";

/** What the statements need to know of this service. */
export interface StatementWiring {
  readonly rulebook: Rulebook;
  /** The body that runs the service and where to reach it, as the configuration names them. */
  readonly configuration: { readonly organisation?: string; readonly contact?: string };
  /** What pages say where the figures are made up. */
  readonly madeUp: string | false;
}

/** What the service promises about its use by everybody, and about what it knows of them; open to all. */
export function statementPages({ rulebook, configuration, madeUp }: StatementWiring): readonly Page<"anyone">[] {
  const { organisation, contact } = configuration;
  const body = { ...(organisation && { organisation }), ...(contact && { contact }) };
  return [
    page("/accessibility", { permission: "anyone" }, () => ({
      title: "Accessibility statement",
      body: <AccessibilityView {...body} />,
    })),
    page("/privacy", { permission: "anyone" }, ({ now }) => ({
      title: "Privacy notice",
      body: <PrivacyView {...body} isMadeUp={madeUp !== false} periods={periodsOn(rulebook, dayInLondon(now))} />,
    })),
  ];
}
