import { fileURLToPath } from "node:url";

/** The folder of what the walk-through adds to Hertfordshire's rules, to be loaded beside the product's own. */
export const HERTFORDSHIRE_RULEBOOK = fileURLToPath(new URL("rulebook", import.meta.url));

/** The folder of the document that those rules cite. */
export const HERTFORDSHIRE_SOURCES = fileURLToPath(new URL("sources", import.meta.url));
