export type { Accounts, Invitation, Joining, Notice } from "./accounts.ts";
export { endSignIns, type KeptAccounts, keptAccounts } from "./erasure.ts";
export { type Identity, type IdentityOptions, openIdentity, type SignedIn } from "./identity.ts";
export { type Issuer, IssuersUnusable, isPrivate, readIssuers } from "./issuers.ts";
