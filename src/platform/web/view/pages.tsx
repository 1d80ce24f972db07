import type { ReactNode } from "react";

interface PagesProps {
  /** What the pages are of. */
  readonly caption: string;
  readonly page: number;
  readonly pages: number;
  readonly link: (page: number) => string;
}

/** Links to the pages of something long; nothing where there is only one. */
export function Pages({ caption, page, pages, link }: PagesProps): ReactNode {
  if (pages === 1) return null;
  return (
    <nav aria-label={`Pages of ${caption}`}>
      <ol className="app-table__pages">
        {numbersAround(page, pages).map((number) =>
          number < 0 ? (
            <li key={number}>…</li>
          ) : (
            <li key={number}>
              {number === page ? (
                <strong aria-current="page">{number}</strong>
              ) : (
                <a href={link(number)}>
                  <span className="nhsuk-u-visually-hidden">Page </span>
                  {number}
                </a>
              )}
            </li>
          ),
        )}
      </ol>
    </nav>
  );
}

/** The first, the last and those about the current page; a negative number stands for a gap. */
export function numbersAround(page: number, pages: number): readonly number[] {
  const all = Array.from({ length: pages }, (_, index) => index + 1);
  const kept = all.filter((number) => number === 1 || number === pages || Math.abs(number - page) <= 2);
  return kept.flatMap((number, index) => (number - (kept[index - 1] ?? 0) > 1 ? [-number, number] : [number]));
}
