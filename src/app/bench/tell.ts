/** Tells in a sentence how far something is. */
export type Tell = (line: string) => void;
