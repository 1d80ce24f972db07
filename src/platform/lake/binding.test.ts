import { expect, test } from "vitest";
import { rowsSql } from "./binding.ts";

const SELECT = "SELECT a, row_number() OVER (PARTITION BY a ORDER BY b) AS n\nFROM staged";

test("a model's last order is left out where its rows are part of another statement", () => {
  expect(rowsSql(`${SELECT}\nORDER BY a, "b" DESC`)).toBe(SELECT);
  expect(rowsSql(`${SELECT}\nUNION ALL\n${SELECT}\nORDER BY a`)).toBe(`${SELECT}\nUNION ALL\n${SELECT}`);
});

test("an order that decides which rows there are stays", () => {
  for (const sql of [`${SELECT}\nORDER BY a LIMIT 5`, `SELECT * FROM (${SELECT}\nORDER BY a)`, SELECT]) {
    expect(rowsSql(sql)).toBe(sql);
  }
});
