/** How somebody proved who they are. A password alone is only half of it: it opens nothing but setting up the other half. */
export const HALF = "password";

/** What each of the library's addresses proves once it makes a sign-in. */
const PROOFS: Readonly<Record<string, string>> = {
  "/two-factor/verify-totp": "code",
  "/two-factor/verify-backup-code": "recovery code",
  "/two-factor/disable": HALF,
};

/** The part of the library's own context that tells what was asked of it. */
interface AskedOfLibrary {
  readonly path?: string;
  readonly context?: { readonly session?: { readonly session: Readonly<Record<string, unknown>> } | null };
}

/** The proof to keep with a new sign-in; one that follows from another, such as after a new password, keeps its proof. */
export async function proofOf(asked: unknown): Promise<{ data: { how: string } } | undefined> {
  const { path = "", context } = (asked ?? {}) as AskedOfLibrary;
  if (path in PROOFS) return { data: { how: PROOFS[path] ?? HALF } };
  const before = context?.session?.session.how;
  return path === "/change-password" && typeof before === "string" ? { data: { how: before } } : undefined;
}
