/** The texts anywhere in the data of an event that have the form of a file's path: what the event rests on. */
export function pathsIn(body: string, form: RegExp): readonly string[] {
  return textsIn(JSON.parse(body)).filter((text) => form.test(text));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
