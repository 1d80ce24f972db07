import { type Draw, draw } from "../draw.ts";
import { localityOf, type Setting } from "./fenmere.ts";

/** Where the patients of each practice go, by what they go for. */
export type Hospitals = Readonly<Record<"emergency" | "planned" | "clinic" | "minor", readonly Draw<string>[]>>;

type Provider = Setting["providers"][number];

/** Shares by how far off a provider is and what it does: the nearest hospital, another near one, and so on. */
const SHARES = {
  emergency: { nearest: 88, near: 7, teaching: 5, planned: 0, community: 0 },
  planned: { nearest: 70, near: 7, teaching: 11, planned: 12, community: 0 },
  clinic: { nearest: 74, near: 6, teaching: 10, planned: 6, community: 4 },
  minor: { nearest: 0, near: 0, teaching: 0, planned: 0, community: 1 },
} as const;

export function hospitalsOf(setting: Setting): Hospitals {
  const of = (kind: keyof Hospitals) =>
    setting.practices.map((practice) => {
      const { hospital } = localityOf(setting, practice);
      const share = (provider: Provider) =>
        provider.code === hospital ? SHARES[kind].nearest : SHARES[kind][provider.kind];
      const shares = new Map(setting.providers.map((provider) => [provider.code, share(provider)]));
      return draw([...shares.keys()], (code) => shares.get(code) ?? 0);
    });
  return { emergency: of("emergency"), planned: of("planned"), clinic: of("clinic"), minor: of("minor") };
}
