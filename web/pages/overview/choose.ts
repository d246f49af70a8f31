// Which networks the overview shows, and in which order: as the address says.
import type { FremdriftClient } from "../../../api/client.ts";

export type Row = Awaited<ReturnType<FremdriftClient["overview"]>>[number];

export const COLUMNS = ["title", "week", "phase", "meeting", "overdue", "decisions", "effort", "budget"] as const;
export type Column = (typeof COLUMNS)[number];
export const SHOWS = ["running", "late", "ended", "all"] as const;
type Show = (typeof SHOWS)[number];

/** What the address asks for; what it says that is none is passed over. */
export type Choice = { q: string; type: string; show: Show; sort?: Column; down: boolean };

/** `query`: the address's own. */
export function choiceIn(query: (name: string) => string | undefined): Choice {
  const [show, sort] = [SHOWS.find((one) => one === query("show")), COLUMNS.find((one) => one === query("sort"))];
  return {
    q: (query("q") ?? "").trim(),
    type: query("type") ?? "",
    show: show ?? "running",
    ...(sort && { sort }),
    down: query("down") === "1",
  };
}

/** The address of the page with something of the choice changed. */
export function urlOf(choice: Choice, change: Partial<Choice> = {}): string {
  const { q, type, show, sort, down } = { ...choice, ...change };
  const query = new URLSearchParams({
    ...(q !== "" && { q }),
    ...(type !== "" && { type }),
    ...(show !== "running" && { show }),
    ...(sort && { sort }),
    ...(down && { down: "1" }),
  });
  return `/overview${query.size > 0 ? `?${query}` : ""}`;
}

/** The rows that are asked for, in order. Without an order those that need somebody most come first. */
export function chosen(rows: readonly Row[], { q, type, show, sort, down }: Choice, language: string): Row[] {
  const wanted = q.toLowerCase();
  const fits = rows.filter(
    (row) =>
      (wanted === "" || row.title.toLowerCase().includes(wanted)) &&
      (type === "" || row.type === type) &&
      isShown(row, show),
  );
  const compare = new Intl.Collator(language).compare;
  if (sort === undefined) return fits.toSorted((a, b) => needOf(b) - needOf(a) || compare(a.title, b.title));
  const ordered = fits.toSorted((a, b) => {
    const [one, other] = [VALUES[sort](a), VALUES[sort](b)];
    // What has no value stands last, whichever way.
    if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
    const way =
      typeof one === "string" || typeof other === "string" ? compare(String(one), String(other)) : one - other;
    return down ? -way : way;
  });
  return ordered;
}

function isShown({ ended, overdue, decisions }: Row, show: Show): boolean {
  if (show === "all") return true;
  if (show === "late") return !ended && (overdue > 0 || decisions.waiting > 0);
  return ended === (show === "ended");
}

/** Networks for real before rehearsals, running before ended; then by what is late and what has waited. */
const needOf = ({ rehearsal, ended, overdue, decisions }: Row): number =>
  (rehearsal ? 0 : 1e6) + (ended ? 0 : 1e5) + overdue * 100 + decisions.waiting * 10 + (decisions.days ?? 0);

const VALUES: Record<Column, (row: Row) => string | number | undefined> = {
  title: ({ title }) => title,
  week: ({ weeks }) => weeks?.week,
  phase: ({ open }) => open[0]?.title,
  meeting: ({ meeting }) => (meeting ? Date.parse(meeting.at) : undefined),
  overdue: ({ overdue }) => overdue,
  decisions: ({ decisions }) => decisions.days ?? (decisions.waiting > 0 ? 0 : undefined),
  effort: ({ effort }) => effort.planned,
  budget: ({ budget }) => budget?.planned,
};
