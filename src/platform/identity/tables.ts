/** The tables of schema `identity`, as far as we read and write them ourselves; the library knows the rest. */
export interface IdentityTables {
  readonly user: { readonly id: string; readonly email: string; readonly twoFactorEnabled: boolean | null };
  readonly session: {
    readonly id: string;
    readonly expiresAt: Date;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    readonly ipAddress: string | null;
    readonly userAgent: string | null;
    readonly userId: string;
    readonly how: string;
    readonly claimed: string | null;
  };
  readonly account: { readonly accountId: string; readonly providerId: string; readonly userId: string };
  readonly verification: { readonly value: string; readonly expiresAt: Date };
  readonly twoFactor: { readonly userId: string };
  readonly rateLimit: {
    readonly id: string;
    readonly key: string;
    readonly count: number;
    /** Milliseconds since 1970, which the driver gives as text. */
    readonly lastRequest: number | string;
  };
}
