import { type Page, page } from "#platform/web/page.ts";
import type { RecordWiring } from "../record/wiring.ts";
import { dataUseRegister } from "./data-use-register.page.tsx";
import { ruleChangeRegister } from "./rule-change-register.page.tsx";

/** The registers that people expect of a public body, open to everybody. Source: 003 ¶2.2.2-8; settled ¶record-3. */
export function registerPages(wiring: RecordWiring): readonly Page<"anyone">[] {
  return [registers(wiring), dataUseRegister(wiring), ruleChangeRegister(wiring)];
}

function registers({ madeUp }: RecordWiring): Page<"anyone"> {
  return page("/registers", { permission: "anyone" }, () => ({
    title: "Registers",
    madeUp,
    body: (
      <>
        <h1>Registers</h1>
        <p>What anybody may look up, without signing in.</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            <a href="/interests/register">Interests, gifts and hospitality</a>: what could sway those who decide
          </li>
          <li>
            <a href="/registers/data-use">Use of data</a>: how often rows of care were looked at, by whom and for what
            sort of reason
          </li>
          <li>
            <a href="/registers/rules">Changes of rules</a>: every value by its first day and its source
          </li>
          <li>
            <a href="/record/digests">Heads of the record</a>: to prove later that nobody changed the past
          </li>
        </ul>
      </>
    ),
  }));
}
