import type { Access } from "#platform/access/access.ts";
import type { Subject } from "#platform/access/person.ts";

/** Where the affairs asked about stand to the post of whoever asks. */
const HOME = "home";
const SCOPES = {
  own: { organisation: HOME, within: [HOME, "above"] },
  below: { organisation: "below", within: ["below", HOME, "above"] },
  peer: { organisation: "peer", within: ["peer", "above"], peers: [HOME] },
  above: { organisation: "above", within: ["above"] },
  stranger: { organisation: "stranger", within: ["stranger", "elsewhere"] },
} as const satisfies Readonly<Record<string, Subject>>;

type Scope = keyof typeof SCOPES;

/**
 * What each role may do in whose affairs, asked of `may()` one question at a time, as comma-separated lines: a permission, then for
 * each role the scopes in which the answer is yes. "anywhere" is yes to all of them.
 */
export function matrixOf(access: Access, roles: readonly string[]): string {
  const scopes = Object.keys(SCOPES) as Scope[];
  const cell = (role: string, permission: string): string => {
    const person = { id: "p", name: "P", posts: [{ role, organisation: HOME }] };
    const allowed = scopes.filter((scope) => access.may(person, permission, SCOPES[scope]).allowed);
    return allowed.length === scopes.length ? "anywhere" : allowed.join(" ");
  };
  const lines = access.permissions
    .toSorted()
    .map((permission) => [permission, ...roles.map((role) => cell(role, permission))].join(","));
  return [["permission", ...roles].join(","), ...lines, ""].join("\n");
}
