import { fileURLToPath } from "node:url";

/** The folder of the sample county's places and their rules, to be loaded beside the product's own. */
export const SAMPLE_RULEBOOK = fileURLToPath(new URL("rulebook", import.meta.url));

/** The folder of the document that those rules cite. */
export const SAMPLE_SOURCES = fileURLToPath(new URL("sources", import.meta.url));
