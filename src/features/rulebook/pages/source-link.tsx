import type { ReactNode } from "react";
import type { Source } from "#kernel/cited.ts";
import { citation } from "../rules/source-document.ts";
import { sourceAddress } from "./addresses.ts";

/** A citation that leads to its paragraph. */
export function SourceLink({ source }: { readonly source: Source }): ReactNode {
  return <a href={sourceAddress(source)}>{citation(source)}</a>;
}
