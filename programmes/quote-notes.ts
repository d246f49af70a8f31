// What is said of a date phrase that is not plain, in both languages.
import type { When, Text } from "./types.ts";

/** One way to read a phrase: a date with what a person should know of it, or why it is none. */
export type Reading = { when: When; notes: Text[] } | { why: Text };

const note = (da: string, en: string): Text => ({ da, en });

/** A phrase that is understood, and that dates of a programme cannot hold: only its words are kept. */
export const onlyWords = (text: Text): Reading => ({ when: { unknown: true }, notes: [text] });

export const NOT_READ = note("Teksten kan ikke læses som en tid.", "The text cannot be read as a time.");
export const TOO_LONG = note("Teksten er for lang til at være en tid.", "The text is too long to be a time.");
export const NO_DAY = note(
  "Der står en ugedag eller et klokkeslæt, men ingen dag.",
  "There is a weekday or a time of day, but no day.",
);
export const BACKWARDS = note("Perioden slutter, før den begynder.", "The period ends before it begins.");
export const BAD_HOURS = note(
  "Klokkeslættet findes ikke, eller det slutter, før det begynder.",
  "There is no such time of day, or it ends before it begins.",
);
export const BAD_SEASON = note("Årstiderne og årene passer ikke sammen.", "The seasons and the years do not fit.");

/** There is no year, and it is never guessed. */
export const NO_YEAR = note(
  "Året mangler, og det gættes ikke: skriv året til, eller giv et år for hele tabellen.",
  "The year is missing and is not guessed: write the year, or give one for the whole table.",
);

export const noSuchDay = (text: string): Text =>
  note(`Dagen ${text} findes ikke.`, `There is no day ${text}; days are read as day, then month.`);
export const noSuchMonth = (month: number): Text => note(`Der er ingen måned ${month}.`, `There is no month ${month}.`);
export const noSuchWeek = (text: string): Text => note(`Der er ingen uge ${text}.`, `There is no week ${text}.`);

/** Two ways to read it, each as it would be kept. */
export const twoWays = (first: string, second: string): Text =>
  note(
    `Teksten kan læses på mere end én måde: ${first} eller ${second}.`,
    `The text can be read in more than one way: ${first} or ${second}.`,
  );

const DAYS_DA = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
const DAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The source's weekday is not that of its date. Monday is 1. */
export const wrongWeekday = (date: string, said: number, is: number): Text =>
  note(
    `Kilden siger ${DAYS_DA[said - 1]}, men ${date} er en ${DAYS_DA[is - 1]}.`,
    `The source says ${DAYS_EN[said - 1]}, but ${date} is a ${DAYS_EN[is - 1]}.`,
  );

export const UNCHECKED_WEEKDAY = note(
  "Ugedagen kan først passes med dagen, når året er kendt.",
  "The weekday cannot be held against the day until the year is known.",
);
export const shortYear = (year: number): Text =>
  note(`Årets to tal læses som ${year}.`, `The two digits of the year are read as ${year}.`);
export const BARE_HOURS = note(
  "Tallene efter dagen læses som klokkeslæt.",
  "The numbers after the day are read as times of day.",
);
export const MAYBE_HOUR = note(
  "De to tal læses som dag og måned; de kunne også være et klokkeslæt.",
  "The two numbers are read as day and month; they could be a time of day.",
);
export const APART = note(
  "Dagene eller ugerne hænger ikke sammen: del punktet i flere.",
  "The days or weeks are apart from one another: divide the item.",
);
export const EITHER_DAY = note(
  "Kilden vælger ikke mellem tiderne: vælg én.",
  "The source does not choose between the times: choose one.",
);
export const LIMIT = note(
  "Teksten er en grænse og ikke en dag: skriv en dag eller en periode.",
  "The text is a limit and not a day: write a day or a period.",
);
export const ABOUT = note("Tiden er kun omtrentlig i kilden.", "The source gives the time only roughly.");
export const TENTATIVE = note("Kilden er ikke sikker på tiden.", "The source is not sure of the time.");
export const CALENDAR_WEEKS = note(
  "Flere kalenderuger kan ikke holdes som én tid: skriv datoerne.",
  "Several weeks of the calendar cannot be kept as one time: write the dates.",
);
export const WEEK_OR_WEEKS = note(
  "«/» mellem uger kan være den ene af dem eller dem begge: skriv «eller» eller «–».",
  "“/” between weeks may be one of them or both: write “or” or “–”.",
);
export const SPLIT_DAYS = note(
  "«/» mellem dage kan være den ene af dem eller dem begge: skriv dem som to gange.",
  "“/” between days may be one of them or both: write them as two.",
);
export const weekIsNot = (week: number, date: string, is: number): Text =>
  note(
    `Kilden siger uge ${week}, men ${date} ligger i kalenderens uge ${is}.`,
    `The source says week ${week}, but ${date} is in week ${is} of the calendar.`,
  );
export const LOST_WEEKDAY = note(
  "Ugedagen står kun i kildens ord; ugen gælder.",
  "The weekday stands only in the source's words; the week governs.",
);
export const LOST_HOURS = note(
  "Klokkeslættet står kun i kildens ord, indtil dagen er kendt.",
  "The time of day stands only in the source's words until the day is known.",
);
export const CONDITIONAL = note(
  "Tiden hænger på en betingelse, som programmet ikke har: skriv den under conditions.",
  "The time hangs on a condition that the programme does not have: write it under conditions.",
);
export const NO_ITEM = note(
  "Tiden hænger på noget, der ikke er et punkt med et navn som E5 eller møde 2.",
  "The time hangs on something that is no item with a name such as E5 or meeting 2.",
);
export const isOngoing = note(
  "Kilden siger, at det sker løbende eller efter behov.",
  "The source says that it goes on all the time or as needed.",
);
export const takenAs = (words: string, item: string): Text =>
  note(`«${words}» læses som punktet ${item}.`, `“${words}” is read as the item ${item}.`);
