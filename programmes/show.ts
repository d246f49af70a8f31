// A programme as a reader sees it: every phase and item with its interval, precision and the source's words.
import { precisionOf, weeksOf } from "./dates.ts";
import { effortOf } from "./effort.ts";
import { planOf } from "./plan.ts";
import type { Language } from "./problem.ts";
import { warningsOf } from "./lint.ts";
import type { Effort, Interval, IsoDate, Item, Phase, Precision, Problem, Programme, When } from "./types.ts";

/** When a part is. Without a start, or where the source does not say, `from` and `to` are null; `to` is inclusive. */
type Dated = {
  id: string;
  title: string;
  from: IsoDate | null;
  to: IsoDate | null;
  precision: Precision;
  /** Programme weeks, where the source counts in weeks. */
  weeks?: [first: number, last: number];
  quote?: string;
  label?: string;
};
export type ShownPhase = Dated & Pick<Phase, "mode"> & { opens: string[]; closes: string[] };
export type ShownItem = Dated &
  Pick<Item, "kind" | "audience" | "phases" | "place" | "tentative" | "voluntary" | "extent" | "effort"> & {
    description?: string;
  };
export type ShownProgramme = {
  id: string;
  title: string;
  description: string;
  version: number;
  start?: IsoDate;
  phases: ShownPhase[];
  items: ShownItem[];
  /** Days of work that the source gives: in all, and for each idea in test. */
  effort: Required<Effort>;
  warnings: Problem[];
};
export type ProgrammeSummary = {
  id: string;
  title: string;
  version: number;
  phases: number;
  meetings: number;
  homework: number;
  decisions: number;
  warnings: number;
};

/** Everything in a programme in one language, dated where a start is given. Throws where `start` is no date. */
export function showProgramme(
  programme: Programme,
  options: { start?: IsoDate; language?: Language } = {},
): ShownProgramme {
  const { start, language = "da" } = options;
  const plan = start === undefined ? undefined : planOf(programme, start);
  const dated = ({ id, title, when }: Phase | Item) => datedOf(id, title[language], when, plan?.intervals[id]);
  return {
    id: programme.id,
    title: programme.title[language],
    description: programme.description[language],
    version: programme.version,
    ...(start === undefined ? {} : { start }),
    phases: programme.phases.map((phase) => ({
      ...dated(phase),
      mode: phase.mode,
      opens: phase.opens.map(({ title }) => title[language]),
      closes: phase.closes.map(({ title }) => title[language]),
    })),
    items: programme.items.map((item) => {
      const { id: _, title: _title, when: _when, description, ...rest } = item;
      return {
        ...dated(item),
        ...rest,
        ...(description ? { description: description[language] } : {}),
      };
    }),
    effort: effortOf(programme.items),
    warnings: warningsOf(programme, options),
  };
}

/** A programme in one line: what it counts of each. */
export function summaryOf(programme: Programme, language: Language = "da"): ProgrammeSummary {
  const count = (kind: Item["kind"]) => programme.items.filter((item) => item.kind === kind).length;
  return {
    id: programme.id,
    title: programme.title[language],
    version: programme.version,
    phases: programme.phases.length,
    meetings: count("meeting"),
    homework: count("homework"),
    decisions: count("decision"),
    warnings: warningsOf(programme).length,
  };
}

function datedOf(id: string, title: string, when: When, interval: Interval | undefined): Dated {
  const weeks = weeksOf(when);
  return {
    id,
    title,
    from: interval?.from ?? ("date" in when ? when.date : null),
    to: interval?.to ?? ("date" in when ? when.date : null),
    precision: precisionOf(when),
    ...(weeks ? { weeks } : {}),
    ...(when.quote === undefined ? {} : { quote: when.quote }),
    ...(when.label === undefined ? {} : { label: when.label }),
  };
}
