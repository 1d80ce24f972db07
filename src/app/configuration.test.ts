import { expect, test } from "vitest";
import { readConfiguration } from "./configuration.ts";

test("without any variable the product keeps its data beside itself and listens on loopback", () => {
  const configuration = readConfiguration({});
  expect(configuration).toMatchObject({ host: "127.0.0.1", port: 8080, memory: "1GB", threads: 2 });
  expect(configuration.data.endsWith("/var/data")).toBe(true);
  expect(configuration.database).toBe(undefined);
});

test("a database of one's own is taken with or without the owner's address", () => {
  expect(readConfiguration({ DATABASE_URL: "a" }).database).toEqual({ url: "a" });
  expect(readConfiguration({ DATABASE_URL: "a", DATABASE_OWNER_URL: "b" }).database).toEqual({
    url: "a",
    ownerUrl: "b",
  });
});

test("limits are those set, and the usual ones where none is", () => {
  const { limits } = readConfiguration({ CHILFORD_PAGE_SECONDS: "7", CHILFORD_UPLOAD_SECONDS: "9" });
  expect(limits?.turns.ordinary).toEqual({ atOnce: 16, waiting: 64, milliseconds: 7000 });
  expect(limits).toMatchObject({
    turns: { arriving: { milliseconds: 9000 } },
    sockets: { request: 9000, headers: 10_000 },
  });
});

test("the address is where the server listens unless it is given, and nothing but an origin", () => {
  expect(readConfiguration({ PORT: "8090" })).toMatchObject({ address: "http://127.0.0.1:8090", proxies: [] });
  const behind = {
    CHILFORD_ADDRESS: "https://pbc.example/",
    CHILFORD_PROXIES: "10.0.0.1, 10.0.0.2,",
    CHILFORD_ISSUERS: "/i.yaml",
  };
  expect(readConfiguration(behind)).toMatchObject({
    address: "https://pbc.example",
    proxies: ["10.0.0.1", "10.0.0.2"],
    issuers: "/i.yaml",
  });
  for (const text of ["pbc.example", "https://pbc.example/chilford", "ftp://pbc.example", ""]) {
    expect(() => readConfiguration({ CHILFORD_ADDRESS: text })).toThrow("give where browsers reach the service");
  }
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["CHILFORD_THREADS", "0"],
  ["CHILFORD_PAGE_SECONDS", "0.5"],
  ["CHILFORD_AT_ONCE", "-1"],
])("%s may not be %s, and the message says what to give", (name, value) => {
  expect(() => readConfiguration({ [name]: value })).toThrow(`${name} is ${value}; give a whole number`);
});
