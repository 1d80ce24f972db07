/** What may be told of an error in a log: what sort it is and where it arose, and nothing it says. */
export interface Fault {
  readonly name: string;
  /** The code of PostgreSQL or Node. */
  readonly code?: string;
  /** What sort of error the analytical engine calls it, which has no codes and no places in the program. */
  readonly sort?: string;
  readonly table?: string;
  readonly constraint?: string;
  /** Files and lines of this program, the nearest first. */
  readonly at: readonly string[];
  readonly cause?: Fault;
}

/** The words with which the engine's messages begin; nothing after them is told. */
const ENGINE =
  /^(Binder|Catalog|Constraint|Conversion|Dependency|Fatal|HTTP|INTERNAL|INTERRUPT|IO|Interrupt|Invalid Input|Out of Memory|Out of Range|Parser|Permission|Serialization|Transaction) Error:/;
const FRAMES = 12;
const DEPTH = 3;
/** A frame of a file of the program or of its packages. Names of functions are left out: they can be made of values. */
const FRAME = /^ {4}at .*?\/((?:src|test|node_modules)\/[\w@./+-]{1,200}\.[cm]?[jt]sx?:\d{1,6}:\d{1,6})\)?$/;

/**
 * An error as it may be logged. Messages are left out, since databases and engines quote the values they choke on, and so
 * are all properties but those that name a part of the program or of the database's design.
 */
export function faultOf(error: unknown, depth = DEPTH): Fault {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}`, at: [] };
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  return {
    name: named(error.name, /^[A-Z][A-Za-z]{0,40}$/) ?? "Error",
    ...optional("code", named(code, /^(?:E[A-Z_]{2,40}|[0-9A-Z]{5})$/)),
    ...optional("sort", ENGINE.exec(error.message)?.[1]),
    ...optional("table", named(table, /^[a-z_]{1,40}$/)),
    ...optional("constraint", named(constraint, /^[a-z_]{1,60}$/)),
    at: framesOf(error),
    ...(error.cause !== undefined && depth > 0 && { cause: faultOf(error.cause, depth - 1) }),
  };
}

function named(value: unknown, shape: RegExp): string | undefined {
  return typeof value === "string" && shape.test(value) ? value : undefined;
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string });
}

/** The message stands at the head of the stack and may look like frames itself, so what follows it is read. */
function framesOf({ stack = "", message }: Error): readonly string[] {
  const start = message === "" ? -1 : stack.indexOf(message);
  const rest = start === -1 ? stack : stack.slice(start + message.length);
  return rest
    .split("\n")
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
    .slice(0, FRAMES);
}
