import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitorOf } from "../county/visitor.ts";
import { type RunningServer, startServer } from "./running-server.ts";

/** Things that must never be found in a log, each easily told from anything else there. */
const SECRETS = {
  nhsNumber: "9434765919",
  password: "correct-horse-zebrafinch",
  mail: "sam.sandmartin@zebrafinch.example",
  token: "zebrafinch-token-5b1f",
  name: "Sam Sandmartin",
  postcode: "AL9 9ZZ",
  file: "zebrafinch-patients.csv",
} as const;

const found = (written: string) => Object.entries(SECRETS).filter(([, secret]) => written.includes(secret));

describe("the log of a server", { timeout: 120_000 }, () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer();
  }, 120_000);
  afterAll(() => server?.stop());

  const multipart = (parts: string) => ({
    method: "POST",
    headers: { "Content-Type": "multipart/form-data; boundary=edge" },
    body: parts,
  });

  test("has nothing that anybody typed, sent or carried, whatever became of it", async () => {
    const { nhsNumber, password, mail, token, name, postcode, file } = SECRETS;
    const { address } = server;
    const query = `?nhs=${nhsNumber}&name=${encodeURIComponent(name)}&token=${token}&postcode=${encodeURIComponent(postcode)}`;
    const carried = {
      Cookie: `session=${token}; other=${mail}`,
      Authorization: `Bearer ${token}`,
      Referer: `${address}/${mail}`,
    };
    const visitor = visitorOf(address);
    const asked = [
      fetch(`${address}/${query}`, { headers: carried }),
      fetch(`${address}/patients/${nhsNumber}${query}`),
      fetch(`${address}/money/practice/${nhsNumber}/2008-09${query}`, { redirect: "manual" }),
      fetch(`${address}/rules/${encodeURIComponent(name)}`),
      fetch(`${address}/%E0%A4%A${token}`),
      fetch(`${address}/assets/${token}.css`),
      fetch(`${address}/${token}`, { method: "PUT", body: password }),
      fetch(
        `${address}/load${query}`,
        multipart(`--edge\r\nContent-Disposition: form-data; name="file"; filename="${file}"\r\n\r\n${nhsNumber}`),
      ),
      fetch(`${address}/sign-in${query}`, multipart(`--edge ${password}`)),
      fetch(`${address}/sign-in`, { method: "POST", body: JSON.stringify({ password, mail }) }),
      fetch(`${address}/sign-in`, {
        method: "POST",
        body: new URLSearchParams({ email: mail, password, _token: token }),
      }),
    ];
    for (const response of await Promise.all(asked)) await response.text();
    await visitor.get("/sign-in");
    expect((await visitor.send("/sign-in", { email: mail, password })).status).toBe(422);
    await visitor.get(`/invitation/${token}`);
    const lines = server
      .written()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    expect(lines.length).toBeGreaterThan(asked.length);
    expect(found(server.written())).toEqual([]);
    const health = await fetch(`${address}/health/ready`);
    expect([health.status, found(await health.text())]).toEqual([200, []]);
    expect(server.written()).not.toContain("/health/");
  });

  test("is lines of JSON with time, level and event; of requests the pattern, status and time, and no more", () => {
    const lines = server
      .written()
      .split("\n")
      .filter((line) => line.startsWith("{"));
    const requests = lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ event }) => event === "request");
    for (const each of requests) {
      expect(Object.keys(each).toSorted()).toEqual([
        "event",
        "id",
        "level",
        "method",
        "milliseconds",
        "route",
        "status",
        "time",
      ]);
      expect(each.route).toMatch(/^\/[\w/:*{}.+-]*$/);
    }
    expect(requests.length).toBeGreaterThan(10);
  });

  test("says that it ended, and how, when it was told to", async () => {
    expect(await server.stop()).toBe(0);
    expect(server.written()).toContain('"event":"stop"');
  });
});

test("a database that cannot be reached is told without its address or password", { timeout: 60_000 }, async () => {
  const { password, token } = SECRETS;
  const url = `postgres://${token}:${password}@127.0.0.1:1/zebrafinchdata`;
  const server = await startServer({ DATABASE_URL: url, DATABASE_OWNER_URL: url });
  expect([server.address, await server.stop()]).toEqual(["", 1]);
  expect(server.written()).toMatch(/ECONNREFUSED/);
  expect(server.written()).not.toContain("zebrafinch");
  expect(found(server.written())).toEqual([]);
});
