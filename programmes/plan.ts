// A programme laid out from a start date, and what it leaves open.
import { addDays, isoWeekStart } from "./calendar.ts";
import { inLanguage } from "./problem.ts";
import type { Finding, Language } from "./problem.ts";
import type { Interval, IsoDate, Plan, Precision, Problem, Programme, When } from "./types.ts";

/** Every phase and item with its interval; programme week 1 is the ISO week that holds `start`. Throws where `start` is no date. */
export function planOf(programme: Programme, start: IsoDate): Plan {
  const parts = [...programme.phases, ...programme.items];
  return {
    programme,
    start,
    intervals: Object.fromEntries(parts.map(({ id, when }) => [id, intervalOf(when, start)])),
  };
}

/** What the source leaves open, as warnings. With a start, days without a year that the plan already holds are none. */
export function problemsOf(programme: Programme, options: { start?: IsoDate; language?: Language } = {}): Problem[] {
  const open: Finding[] = programme.openQuestions.map(({ path, text }) => ({
    code: "open",
    path,
    message: text,
    hint: {
      da: "Aftal det, når netværket er i gang, eller skriv det i programmet.",
      en: "Agree it once the network runs, or write it in the programme.",
    },
  }));
  return inLanguage([...open, ...yearless(programme, options.start)], options.language ?? "da");
}

/** First and last programme week, both inclusive; undefined where the source does not count in weeks. */
export function weeksOf(when: When): [first: number, last: number] | undefined {
  if ("week" in when) return [when.week, when.week];
  if ("weeks" in when) return when.weeks;
  return "either" in when ? when.either : undefined;
}

/** How precisely the source knows it. */
export function precisionOf(when: When): Precision {
  if ("date" in when) return when.time === undefined ? "day" : "time";
  if ("week" in when) return "week";
  if ("weeks" in when) return "weeks";
  return "either" in when ? "either" : "unknown";
}

function yearless(programme: Programme, start: IsoDate | undefined): Finding[] {
  return [...programme.phases, ...programme.items].flatMap(({ id, title, when }) => {
    const day = when.yearless;
    if (day === undefined || (start !== undefined && holds(intervalOf(when, start), day))) return [];
    const part = programme.phases.some((phase) => phase.id === id) ? "phases" : "items";
    const quote = when.quote ?? day;
    return [
      {
        code: "yearless",
        path: `${part}.${id}.when`,
        message: {
          da: `Kilden giver «${title.da}» dagen "${quote}" uden år. Planens uge gælder.`,
          en: `The source gives "${title.en}" the day "${quote}" without a year. The planned week governs.`,
        },
        hint: {
          da: "Giv den en dato, når netværket er i gang.",
          en: "Give it a date once the network runs.",
        },
      },
    ];
  });
}

/** True where the interval has the day `MM-DD` in it. */
function holds({ from, to }: Interval, day: string): boolean {
  if (from === undefined || to === undefined) return false;
  return [from, to].map((date) => `${date.slice(0, 4)}-${day}`).some((date) => from <= date && date <= to);
}

function intervalOf(when: When, start: IsoDate): Interval {
  const weeks = weeksOf(when);
  const words = {
    ...(when.quote === undefined ? {} : { quote: when.quote }),
    ...(when.label === undefined ? {} : { label: when.label }),
  };
  const span = "date" in when ? { from: when.date, to: when.date } : weeks ? inWeeks(start, weeks) : {};
  return { ...span, precision: precisionOf(when), ...words };
}

/** Monday of the first programme week to Sunday of the last. */
function inWeeks(start: IsoDate, [first, last]: [number, number]): { from: IsoDate; to: IsoDate } {
  const monday = isoWeekStart(start);
  return { from: addDays(monday, 7 * (first - 1)), to: addDays(monday, 7 * last - 1) };
}
