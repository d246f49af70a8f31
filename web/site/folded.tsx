// Long lists: the first of them in sight, the others unfolded with one press.
import type { Child } from "hono/jsx";
import type { At } from "./at.ts";
import { SITE_WORDS } from "./words.ts";

type Props<T> = {
  at: At;
  all: T[];
  /** How many are in sight; a few more are too, rather than folded away alone. */
  first: number;
  list: (some: T[], from: number) => Child;
  /** Whether one that is folded away is what its reader came for. */
  wanted?: (one: T) => boolean;
};

const FEW = 3;

/** All of a list, by `list`, which is given the part to show and where that part begins. */
export function Folded<T>({ at, all, first, list, wanted }: Props<T>) {
  if (all.length <= first + FEW) return <>{list(all, 0)}</>;
  const rest = all.slice(first);
  return (
    <>
      {list(all.slice(0, first), 0)}
      <details open={wanted !== undefined && rest.some(wanted)}>
        <summary>{SITE_WORDS[at.language].others(rest.length)}</summary>
        {list(rest, first)}
      </details>
    </>
  );
}
