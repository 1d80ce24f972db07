import { day } from "#kernel/period.ts";
import { draw } from "../../draw.ts";
import { BANDS } from "../../setting/bands.ts";
import type { Scene } from "../made/scene.ts";
import type { ListedPractice } from "../practices.ts";

/** Two practices and a few reasons to be in hospital, for tests of what is made. */
export function exampleScene(seed: number): Scene {
  const long = { hrg: "DZ11B", trimDays: 24, isShort: false };
  const short = { hrg: "EB12C", trimDays: 6, isShort: true };
  const reasons = draw([long, short], () => 1);
  const byGroup = { child: reasons, man: reasons, woman: reasons };
  return {
    seed,
    practices: [practice("E82006", "5GJ", 120), practice("Y03438", undefined, 3)],
    caseMix: {
      ordinary: byGroup,
      dayCases: byGroup,
      nonElective: byGroup,
      emergency: draw(["VB08Z", "VB11Z"], () => 1),
    },
  };
}

function practice(code: string, locality: string | undefined, each: number): ListedPractice {
  const bands = (["1", "2"] as const).flatMap((sex) => BANDS.map((ageBand) => ({ sex, ageBand, patients: each })));
  return {
    code,
    locality,
    list: { practice: code, asAt: day("2013-04-01"), patients: each * bands.length, bands },
    units: 1_000_000,
    need: { acute: 1_020_000, community: 1_000_000, "mental-health": 980_000 },
  };
}
