import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scryptHashing } from "./hashing.ts";
import { passwordFault } from "./password.ts";

const owner = { email: "kim.example@practice.example", name: "Kim Example" };

describe("a password", () => {
  test.each([
    "correct horse battery staple",
    "a quiet heron by the weir",
    "tHree-nine-Fens!",
    "marmalade weather map",
    "ŵythnos o law yn Llŷn",
  ])("may be as long and plain as one likes: %s", (password) => {
    expect(passwordFault(password, owner)).toBeUndefined();
  });

  test.each([
    ["elevenchars", "short"],
    ["x".repeat(129), "long"],
    ["aaaaaaaaaaaaaa", "common"],
    ["abababababababab", "common"],
    ["Password1234!", "common"],
    ["P4ssw0rd2008!!", "common"],
    ["passwordpassword", "common"],
    ["123456789012", "common"],
    ["qwertyuiop123456", "common"],
    ["Welcome-2008-2009", "common"],
    ["Chilford2008!!", "common"],
    ["manchesterunited99", "common"],
    ["kim.example likes tea", "personal"],
    ["my name is EXAMPLE", "personal"],
  ])("%s is refused: %s", (password, fault) => {
    expect(passwordFault(password, owner)).toBe(fault);
  });

  test("of twelve characters drawn at random is never called common", () => {
    const character = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789-_.");
    const drawn = fc.array(character, { minLength: 16, maxLength: 40 }).filter((each) => new Set(each).size > 8);
    fc.assert(
      fc.property(drawn, (characters) => passwordFault(characters.join(""), { email: "x@y.example" }) === undefined),
      { seed: 3 },
    );
  });
});

describe("what is stored of a password", () => {
  test("checks it and no other, in whatever form its letters come, and is different each time", async () => {
    const [one, two] = await Promise.all([
      scryptHashing.hash("café au lait, twice"),
      scryptHashing.hash("café au lait, twice"),
    ]);
    expect(one).not.toBe(two);
    expect(one).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(one).not.toContain("lait");
    const decomposed = "cafe\u0301 au lait, twice";
    expect(await scryptHashing.verify({ hash: one, password: decomposed })).toBe(true);
    expect(await scryptHashing.verify({ hash: one, password: "café au lait, twicE" })).toBe(false);
    expect(await scryptHashing.verify({ hash: "plain", password: "plain" })).toBe(false);
  });
});
