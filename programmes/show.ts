// A programme as a reader sees it: every phase and item with its interval, precision and the source's words.
import { precisionOf, weeksOf } from "./dates.ts";
import { effortOf } from "./effort.ts";
import { networkTypeOf, type NetworkType } from "./network-type.ts";
import { planOf } from "./plan.ts";
import type { Language } from "./problem.ts";
import { warningsOf } from "./lint.ts";
import type {
  Budget,
  DecisionRules,
  Effort,
  Hours,
  Interval,
  IsoDate,
  Item,
  Phase,
  Precision,
  Problem,
  Programme,
  Text,
  Track,
  When,
} from "./types.ts";

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
} & Hours;
export type ShownPhase = Dated & Pick<Phase, "mode"> & { opens: string[]; closes: string[] };
type Plain = "sessions" | "asks" | "decision" | "description" | "title" | "when";
export type ShownItem = Dated &
  Omit<Item, Plain> & {
    description?: string;
    sessions?: (Omit<Dated, "title"> & { title?: string; place?: string; region?: string })[];
    /** The questions of a homework. */
    asks?: string[];
    decision?: Omit<DecisionRules, "needs"> & { needs: string[] };
  };
export type ShownProgramme = {
  id: string;
  title: string;
  description: string;
  type: NetworkType;
  version: number;
  start?: IsoDate;
  phases: ShownPhase[];
  items: ShownItem[];
  tracks: (Dated & Pick<Track, "lead" | "phases" | "most"> & { steps: string[] })[];
  conditions: { id: string; title: string }[];
  /** What is to be true in the end, numbered from 1. */
  success: string[];
  budget?: Omit<Budget, "lines"> & { lines: { id: string; title: string; amount?: number; phases: string[] }[] };
  /** Days of work that the source gives: in all, and for each idea in test. */
  effort: Required<Effort>;
  warnings: Problem[];
};
export type ProgrammeSummary = {
  id: string;
  title: string;
  type: NetworkType;
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
  const dated = ({ id, title, when }: Phase | Item | Track) => ({
    title: title[language],
    ...datedOf(id, when, plan?.intervals[id]),
  });
  const titled = <T extends { title: Text }>(part: T) => ({ ...part, title: part.title[language] });
  return {
    id: programme.id,
    title: programme.title[language],
    description: programme.description[language],
    type: networkTypeOf(programme),
    version: programme.version,
    ...(start === undefined ? {} : { start }),
    phases: programme.phases.map((phase) => ({
      ...dated(phase),
      mode: phase.mode,
      opens: phase.opens.map(({ title }) => title[language]),
      closes: phase.closes.map(({ title }) => title[language]),
    })),
    items: programme.items.map((item) => {
      const { id, title: _title, when: _when, description, sessions, asks, decision, ...rest } = item;
      // What counts from a meeting of several sessions has a window for each.
      const windows = Object.entries(plan?.intervals[id]?.sessions ?? {}).map(([session, interval]) =>
        datedOf(session, item.when, interval),
      );
      return {
        ...dated(item),
        ...rest,
        ...(description ? { description: description[language] } : {}),
        ...(windows.length > 0 && { sessions: windows }),
        ...(sessions && {
          sessions: sessions.map(({ id: session, title, when, ...where }) => ({
            ...(title && { title: title[language] }),
            ...datedOf(session, when, plan?.intervals[id]?.sessions?.[session]),
            ...where,
          })),
        }),
        ...(asks && { asks: asks.map((question) => question[language]) }),
        ...(decision && { decision: { ...decision, needs: decision.needs.map(({ title }) => title[language]) } }),
      };
    }),
    tracks: programme.tracks.map((track) => ({
      ...dated(track),
      lead: track.lead,
      phases: track.phases,
      most: track.most,
      steps: track.steps.map(({ title }) => title[language]),
    })),
    conditions: programme.conditions.map(titled),
    success: programme.success.map(({ title }) => title[language]),
    ...(programme.budget && { budget: { ...programme.budget, lines: programme.budget.lines.map(titled) } }),
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
    type: networkTypeOf(programme),
    version: programme.version,
    phases: programme.phases.length,
    meetings: count("meeting"),
    homework: count("homework"),
    decisions: count("decision"),
    warnings: warningsOf(programme).length,
  };
}

function datedOf(id: string, when: When, interval: Interval | undefined): Omit<Dated, "title"> {
  const weeks = weeksOf(when);
  return {
    id,
    from: interval?.from ?? ("date" in when ? when.date : null),
    to: interval?.to ?? ("date" in when ? when.date : null),
    precision: interval?.precision ?? precisionOf(when),
    ...(weeks ? { weeks } : {}),
    ...(when.quote === undefined ? {} : { quote: when.quote }),
    ...(when.label === undefined ? {} : { label: when.label }),
    ...("time" in when && when.time !== undefined ? { time: when.time } : {}),
    ...("until" in when && when.until !== undefined ? { until: when.until } : {}),
  };
}
