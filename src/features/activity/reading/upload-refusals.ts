/** Why a file that was sent is not even kept to be looked through. */
export type UploadRefusal =
  | "archive"
  | "workbook"
  | "document"
  | "web-page"
  | "programme"
  | "locked"
  | "sixteen-bit"
  | "not-text"
  | "damaged"
  | "packed-twice"
  | "unpacks-too-large"
  | "too-many-wait"
  | "no-room";

const SAVE_AS = "Save the table as CSV (UTF-8) and send that.";

const WORDS: Readonly<Record<UploadRefusal, string>> = {
  archive: "This is an archive, which can hold many files. Unpack it and send the CSV or Parquet file in it.",
  workbook: `This is a workbook. ${SAVE_AS}`,
  document: `This is a document or a picture, not a table. ${SAVE_AS}`,
  "web-page": `This is a web page or XML, not a table. ${SAVE_AS}`,
  programme: "This is a program, not a table. Send a CSV or Parquet file.",
  locked: "This Parquet file is encrypted, so nothing in it can be read. Send it without encryption.",
  "sixteen-bit": "This is text in 16-bit characters. Save it as CSV (UTF-8) and send that.",
  "not-text": `This holds characters that no table in text has. ${SAVE_AS}`,
  damaged: "The packed file is damaged or broken off. Pack it again and send that.",
  "packed-twice":
    "This was packed twice, or something other than text was packed. Send CSV packed once, or Parquet as it is.",
  "unpacks-too-large":
    "Unpacked this is far larger than the service takes by the web. Load it by the command line: script/chilford load",
  "too-many-wait": "Too many files that you sent wait already. Publish or drop some of them first.",
  "no-room": "Too many files wait to be published, and there is no room for more. Publish or drop some of them first.",
};

/** What to tell whoever sent the file: what it is, and what to do. */
export function uploadRefusalWords(refusal: UploadRefusal): string {
  return WORDS[refusal];
}
