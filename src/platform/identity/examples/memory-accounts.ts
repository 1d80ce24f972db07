import { accept, refuse } from "#kernel/decision.ts";
import type { Accounts, Invitation, Joining, Notice } from "../accounts.ts";

/** People kept in memory, as sign-in sees them: for tests of sign-in, before and apart from the feature that keeps people. */
export interface MemoryAccounts extends Accounts {
  readonly noticed: (notice: Notice) => Promise<void>;
  readonly notices: Notice[];
  readonly joinings: Joining[];
  invite(token: string, invitation: Invitation): void;
  leave(person: string): void;
}

/** Nobody at first. */
export function memoryAccounts(): MemoryAccounts {
  const open = new Map<string, Invitation>();
  const active = new Set<string>();
  const [notices, joinings]: [Notice[], Joining[]] = [[], []];
  return {
    notices,
    joinings,
    invite: (token, invitation) => void open.set(token, invitation),
    leave: (person) => void active.delete(person),
    invitation: async (token) => open.get(token),
    accept: async (token) => {
      const invitation = open.get(token);
      if (invitation === undefined) return refuse("gone");
      open.delete(token);
      active.add(invitation.person);
      return accept();
    },
    isActive: async (person) => active.has(person),
    joined: async (joining) => {
      joinings.push(joining);
      const person = `${joining.issuer}-${joining.subject}`;
      active.add(person);
      return person;
    },
    noticed: async (notice) => {
      notices.push(notice);
    },
  };
}
