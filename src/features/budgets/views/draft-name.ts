/** A draft's name as addresses and command lines can have it. */
export const DRAFT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
