// Seasons as months: spring March to May, and so on. Winter begins in the year before the one it is named by, unless both stand.

const SEASONS = { winter: [-1, 2], spring: [3, 5], summer: [6, 8], autumn: [9, 11] } as const;
type Season = keyof typeof SEASONS;

const SHAPE = /^(winter|spring|summer|autumn)(?:\/(winter|spring|summer|autumn))? (\d{4})(?:\/(\d{4}))?$/;

/** True for `spring 2015`, `spring/summer 2015`, `winter 2015` and `winter 2015/2016`. */
export function isSeason(text: string): boolean {
  return monthsOfSeason(text) !== undefined;
}

/**
 * First and last month of a season, counted from January of the year 0; undefined where it is none. `winter 2015` is
 * December 2014 to February 2015, `winter 2015/2016` December 2015 to February 2016.
 */
export function monthsOfSeason(text: string): [first: number, last: number] | undefined {
  const [, first, second = first, year, later] = SHAPE.exec(text) ?? [];
  if (!first || !year) return undefined;
  const months = (season: string, of: number): [number, number] => {
    const [from, to] = SEASONS[season as Season];
    // The month before January is 0, so that winter's -1 is one year's December before.
    return [of * 12 + (from < 0 ? -1 : from - 1), of * 12 + to - 1];
  };
  if (later !== undefined) {
    const isNext = Number(later) === Number(year) + 1;
    return isNext && first === "winter" && second === "winter" ? months("winter", Number(later)) : undefined;
  }
  const [from] = months(first, Number(year));
  const [, to] = months(second!, Number(year) + (first === "autumn" && second === "winter" ? 1 : 0));
  return to >= from ? [from, to] : undefined;
}
