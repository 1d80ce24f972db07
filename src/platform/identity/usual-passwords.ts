/**
 * Words that very many passwords consist of, whatever digits and signs are put around them. Short, because twelve
 * characters keep most of the usual lists out already.
 */
const WORDS = `
  password passwords passwordpassword passwort passw pword mypassword newpassword changeme changemenow pleasechangeme
  welcome welcometo welcomeback letmein letmeinnow letmeinplease trustno trustnoone iloveyou iloveyouforever ilovemyself
  qwerty qwertyuiop qwertyqwerty azerty zxcvbnm asdfghjkl administrator adminadmin admin superuser superman spiderman batman
  football footballclub liverpool liverpoolfc manchester manchesterunited manunited arsenal chelsea tottenham everton rangers
  celtic sunshine princess monkey dragon master shadow michael jordan charlie jennifer jessica ashley thomas daniel
  london england britain united kingdom unitedkingdom summer winter autumn spring january february march april june july
  august september october november december monday friday hospital surgery doctor practice practicemanager healthcare
  nationalhealthservice nhs nhsengland nhsuk chilford commissioning budget budgets finance secret secretsecret mysecret
  computer internet starwars pokemon whatever nothing something default temporary temppassword testing testtest guest
  abc abcd abcabc abcdef blink blinkblink computer login loginlogin access accesscode unknown anything
`;

const KNOWN: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ""));

/** Along these, forwards or backwards, fingers and alphabets run by themselves. */
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qazwsxedcrfvtgbyhnujmikolp",
];

/** Whether a password is one of those that are tried first: a common word dressed up, few signs repeated, or a run of keys. */
export function isCommon(password: string): boolean {
  const lower = password.normalize("NFKC").toLowerCase();
  const letters = plain(lower);
  return new Set(lower).size < 5 || KNOWN.has(letters) || KNOWN.has(half(letters)) || isRun(lower);
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/** Its letters, with digits that stand for letters read as such between letters, and all else left out. */
function plain(lower: string): string {
  const read = lower.replaceAll(/(?<=[a-z])[013457@$]+(?=[a-z])/g, (signs) =>
    [...signs].map((sign) => LOOKALIKES[sign] ?? "").join(""),
  );
  return read.replaceAll(/[^a-z]/g, "");
}

/** What is said twice, said once. */
function half(letters: string): string {
  const once = letters.slice(0, letters.length / 2);
  return once + once === letters ? once : letters;
}

/** Whether next to every character follows from the one before it along a row of keys. */
function isRun(lower: string): boolean {
  const steps = [...lower].slice(1).filter((key, at) => ROWS.some((row) => areNeighbours(row, lower[at] ?? "", key)));
  return steps.length >= (lower.length - 1) * 0.8;
}

function areNeighbours(row: string, one: string, other: string): boolean {
  const [at, then] = [row.indexOf(one), row.indexOf(other)];
  return at >= 0 && then >= 0 && Math.abs(at - then) === 1;
}
