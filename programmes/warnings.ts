// What a programme leaves open, and what its start makes of it: warnings, never errors.
import { shiftTo, spanOf } from "./dates.ts";
import { inLanguage } from "./problem.ts";
import type { Finding, Language } from "./problem.ts";
import type { Interval, IsoDate, Problem, Programme, Text, When } from "./types.ts";

/** What the source leaves open, as warnings. With a start, days without a year that the plan already holds are none. */
export function problemsOf(programme: Programme, options: { start?: IsoDate; language?: Language } = {}): Problem[] {
  const { start, language = "da" } = options;
  const open: Finding[] = programme.openQuestions.map(({ code, path, text }) => ({
    code,
    path,
    message: text,
    hint: HINTS[code],
  }));
  const dated = partsOf(programme).flatMap((part) => [
    ...yearless(programme, part, start),
    ...noSeason(programme, part, start),
  ]);
  return inLanguage([...open, ...dated], language);
}

const HINTS: Record<Programme["openQuestions"][number]["code"], Text> = {
  open: {
    da: "Aftal det, når netværket er i gang, eller skriv det i programmet.",
    en: "Agree it once the network runs, or write it in the programme.",
  },
  ours: {
    da: "Det står ikke i kilden; ret det i programmet, hvis I vil have det anderledes.",
    en: "The source does not say it; change it in the programme if you want it otherwise.",
  },
};

type Part = { path: string; title: Text; when: When };

function partsOf({ phases, items, tracks }: Programme): Part[] {
  const within = (room: string) => (part: { id: string; title: Text; when: When }) => ({
    ...part,
    path: `${room}.${part.id}.when`,
  });
  return [...phases.map(within("phases")), ...items.map(within("items")), ...tracks.map(within("tracks"))];
}

function yearless(programme: Programme, { path, title, when }: Part, start: IsoDate | undefined): Finding[] {
  if ("day" in when) return start === undefined ? [noYear(path, title, when.quote ?? when.day)] : [];
  const day = when.yearless;
  if (day === undefined || (start !== undefined && holds(spanOf(when, shiftTo(programme, start)), day))) return [];
  const quote = when.quote ?? day;
  return [
    {
      code: "yearless",
      path,
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
}

const noYear = (path: string, title: Text, quote: string): Finding => ({
  code: "yearless",
  path,
  message: {
    da: `Kilden giver «${title.da}» dagen "${quote}" uden år.`,
    en: `The source gives "${title.en}" the day "${quote}" without a year.`,
  },
  hint: {
    da: "Vælg året med --year, eller det første mødes dato med --start.",
    en: "Choose the year by --year, or the first meeting's date by --start.",
  },
});

/** True where the interval has the day `MM-DD` in it. */
function holds(span: Pick<Interval, "from" | "to"> | undefined, day: string): boolean {
  const { from, to } = span ?? {};
  if (from === undefined || to === undefined) return false;
  return [from, to].map((date) => `${date.slice(0, 4)}-${day}`).some((date) => from <= date && date <= to);
}

/** A season that is moved by other than whole years is that season no more. */
function noSeason(programme: Programme, { path, title, when }: Part, start: IsoDate | undefined): Finding[] {
  if (start === undefined || !("season" in when)) return [];
  const { months } = shiftTo(programme, start);
  if (months % 12 === 0) return [];
  const { from = "", to = "" } = spanOf(when, shiftTo(programme, start)) ?? {};
  return [
    {
      code: "season",
      path,
      message: {
        da: `«${title.da}» er i kilden "${when.quote ?? when.season}", men flyttes til ${from} – ${to}.`,
        en: `"${title.en}" is "${when.quote ?? when.season}" in the source, but moves to ${from} – ${to}.`,
      },
      hint: {
        da: "Vælg en start, der ligger et helt antal år fra kildens, eller giv den en anden tid.",
        en: "Choose a start that is whole years from the source's, or give it another time.",
      },
    },
  ];
}
