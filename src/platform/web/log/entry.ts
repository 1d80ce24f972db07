/** What the log says: of a request no address as asked for, no person and nothing entered; of the rest no more. */
export type LogEntry =
  | {
      readonly kind: "request";
      readonly id: string;
      readonly method: string;
      /** The path as declared, `/practices/:practice`, so that no code or name in it is kept. */
      readonly route: string;
      readonly status: number;
      readonly milliseconds: number;
    }
  | { readonly kind: "bug"; readonly id: string; readonly route: string; readonly error: unknown }
  /** The server began to take requests, stopped taking them, or ended by a fault. */
  | { readonly kind: "start" | "stop" }
  | { readonly kind: "end"; readonly error: unknown }
  /** Whether it is fit to serve has changed; the names of what fails. */
  | { readonly kind: "readiness"; readonly failing: readonly string[] };
