import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccess } from "#platform/access/access.ts";
import type { Person } from "#platform/access/person.ts";
import { runCommandLine } from "#platform/cli/run-command-line.ts";
import { type ExampleDesk, type MemberId, NOW, openExampleDesk } from "../examples/example-desk.ts";
import { grants } from "../grants.ts";
import { verbs } from "./people-verbs.ts";

const OPERATOR: Person = { id: "operator", name: "Operator", posts: [{ role: "operator", organisation: "" }] };

let example: ExampleDesk;
beforeAll(async () => {
  example = await openExampleDesk();
});
afterAll(() => example.close());

/** Runs words on the command line, as the operator unless somebody is named. */
async function ran(words: readonly string[], as: MemberId | "operator" = "operator") {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await runCommandLine(verbs(example.desk), [...words, "--as", as], {
    programme: "chilford",
    access: createAccess(grants),
    identify: async (id) => {
      const member = example.members.find((person) => person.id === id);
      return member === undefined ? OPERATOR : example.known(member);
    },
    print: (text) => out.push(text),
    printError: (text) => err.push(text),
    isTerminal: false,
    now: () => NOW,
  });
  return { exit, out: out.join(""), err: err.join("") };
}

describe("the first administrator", () => {
  const first = ["people", "first-administrator", "--name", "Una Uppermost", "--email", "una@example.org"];

  test("is made only where there is none, at a PCT or region, and by the operator alone", async () => {
    expect((await ran([...first, "--organisation", "5QX"])).err).toContain(
      "5QX has an administrator, who can make another.",
    );
    expect((await ran([...first, "--organisation", "5ZZ"])).err).toBe("The directory has no organisation 5ZZ.\n");
    expect((await ran([...first, "--organisation", "G01"])).err).toContain(
      "administrator cannot be held at G01: it belongs to a PCT or a region.",
    );
    expect((await ran([...first, "--organisation", "5QX"], "rita")).err).toContain(
      "You may not do this: it needs the permission people.first-administrator.",
    );
  });

  test("is sent a link by whoever runs the machine, and is on the record as told", async () => {
    const { exit, out } = await ran([...first, "--organisation", "5QZ", "--json"]);
    expect(exit).toBe(0);
    const { person, link } = JSON.parse(out);
    expect(link).toMatch(/^\/invitations\/token-\d+$/);
    const shown = await ran(["people", "show", person], "rita");
    expect(shown.out).toContain("Una Uppermost: invited, una@example.org");
    expect(shown.out).toContain(
      "Invited to be administrator at South Fen PCT from 6 May 2008 with no end date. By operator. operator: ",
    );
    expect(shown.out).toContain("The other administrators were told. By operator.");
  });
});

describe("inviting", () => {
  const invite = ["people", "invite", "--name", "Olive Oak", "--email", "olive@example.org"];
  const post = ["--role", "practice manager", "--organisation", "X81002"];

  test("prints the link once, and the same as data", async () => {
    const { out } = await ran([...invite, ...post, "--from", "1/5/2008"]);
    expect(out).toMatch(
      /Send this link to Olive Oak.*lapses 20 May 2008, 10:00.*\n {2}\/invitations\/token-\d+\nTheir id is id-\d+\.\n/,
    );
    const more = ["people", "invite", "--name", "Pat Pine", "--email", "pat@example.org", ...post, "--json"];
    const data = JSON.parse((await ran(more)).out);
    expect(data).toEqual({
      person: expect.any(String),
      link: expect.stringContaining("/invitations/"),
      lapsesAt: "2008-05-20T09:00:00.000Z",
    });
    const again = JSON.parse((await ran(["people", "invite-again", data.person, "--json"])).out);
    expect(again.link).not.toBe(data.link);
  });

  test.each([
    [["--from", "yesterday"], "yesterday is not a day like 1/4/2008."],
    [["--until", "1/1/2008"], "The last day, 1 January 2008, is before the first, 6 May 2008."],
    [["--email", "olive"], "Enter an e-mail address, like name@practice.nhs.uk."],
    [["--role", "king"], "king is no role of the service."],
    [["--organisation", "X1"], "The directory has no organisation X1."],
  ])("is refused with %j, in words that say what to do", async (wrong, words) => {
    const { exit, err } = await ran([...invite, ...post, ...wrong]);
    expect(exit).toBe(1);
    expect(err).toContain(words);
  });

  test("is refused elsewhere than in one's own place", async () => {
    const east = [...invite, "--role", "practice manager", "--organisation", "X82001"];
    expect((await ran(east, "ann")).err).toContain("You may not do this: it needs the permission people.manage.");
    expect((await ran([...invite, ...post], "finn")).exit).toBe(1);
  });

  test("gives an administrator a new way in by the operator alone", async () => {
    const renew = ["people", "invite-again", "bob", "--renew", "both"];
    expect((await ran(renew, "ann")).err).toContain("Ask the operator to use the verb people invite-again.");
    expect((await ran(renew)).out).toContain("Send this link to Bob Administrator");
    expect((await ran(["people", "invite-again", "bob", "--renew", "all"])).err).toContain("not all.");
    expect((await ran(["people", "invite-again", "bob"])).err).toContain("They have no invitation that is open.");
  });
});

describe("looking", () => {
  test("lists the people one may see, by what is asked", async () => {
    expect((await ran(["people", "list", "--name", "finance"])).out).toBe(
      "finn  Finn Finance: in the service\n    PCT finance at 5QX from 1 April 2008 with no end date\n",
    );
    const east = JSON.parse((await ran(["people", "list", "--json"], "eve")).out);
    expect(east.people.map(({ person }: { person: string }) => person)).toEqual(["cara", "eve", "nell"]);
    expect((await ran(["people", "list", "--role", "LMC"])).out).toBe("Nobody that you may see fits.\n");
    expect((await ran(["people", "list", "--role", "king"])).err).toContain(
      "king is no role. There are: practice manager,",
    );
    expect((await ran(["people", "list", "--standing", "x"])).err).toContain(
      "x is no standing. There are: active, invited,",
    );
    expect((await ran(["people", "list", "--organisation", "G01", "--standing", "active"])).out).toContain(
      "mo  Mo Manager",
    );
  });

  test("shows a person with the authority for each thing done, and nobody of another place", async () => {
    const { out } = await ran(["people", "show", "mo"], "finn");
    expect(out).toContain("Mo Manager: in the service\n");
    expect(out).toContain(
      "  mo-post  practice manager at Riverside <Surgery> (X81001) from 1 April 2008 with no end date",
    );
    expect(out).toContain("By operator. operator: The machine is theirs.");
    const [other, unknown] = [
      await ran(["people", "show", "eve"], "finn"),
      await ran(["people", "show", "nobody"], "finn"),
    ];
    expect(other).toEqual(unknown);
    expect(other.exit).toBe(1);
  });
});

describe("posts", () => {
  test("are given, and one's own asked for, confirmed by another or refused", async () => {
    const give = (person: string) => ["people", "give", person, "--role", "PCT director", "--organisation", "5QX"];
    expect((await ran(give("finn"), "ann")).out).toBe("Given: PCT director at 5QX from 6 May 2008 with no end date.\n");
    const asked = JSON.parse((await ran([...give("ann"), "--json"], "ann")).out);
    const confirm = ["people", "confirm", "ann", "--change", asked.change];
    expect((await ran(["people", "show", "ann"], "bob")).out).toContain(
      `  ${asked.change}  PCT director at West Fen PCT`,
    );
    expect((await ran(confirm, "ann")).err).toContain("It is about yourself, or was your doing.");
    expect((await ran(confirm, "finn")).exit).toBe(1);
    expect((await ran(confirm, "bob")).out).toBe("Confirmed: it counts.\n");
    expect((await ran(confirm, "bob")).err).toContain("It was seen to meanwhile");
    const next = JSON.parse(
      (await ran(["people", "give", "ann", "--role", "LMC", "--organisation", "5QX", "--json"], "ann")).out,
    );
    expect((await ran(["people", "confirm", "ann", "--change", next.change, "--refuse"], "bob")).out).toBe(
      "Refused: it does not count.\n",
    );
  });

  test("end at once or on a day, and all together when somebody leaves", async () => {
    expect((await ran(["people", "end", "finn", "--post", "none"], "ann")).exit).toBe(1);
    expect((await ran(["people", "end", "finn", "--post", "finn-post", "--last", "soon"], "ann")).err).toContain(
      "soon is not a day",
    );
    expect((await ran(["people", "end", "finn", "--post", "finn-post", "--last", "30/6/2008"], "ann")).out).toBe(
      "The post ends after 30 June 2008.\n",
    );
    expect((await ran(["people", "leave", "mo"], "ann")).out).toBe("Mo Manager has left. Every post ended at once.\n");
    expect((await ran(["people", "leave", "mo"], "ann")).err).toContain("They are not in the service.");
    expect((await ran(["people", "leave", "bob"])).exit).toBe(0);
    expect((await ran(["people", "leave", "ann"])).err).toContain("5QX would be without an administrator.");
  });
});
