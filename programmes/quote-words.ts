// The words that date phrases are made of, in Danish and English.

type Table<T> = ReadonlyMap<string, T>;

/** Lists of words, one list for each of the values 1, 2, 3 and so on. */
function counted(...lists: string[]): Table<number> {
  return new Map(lists.flatMap((list, index) => list.split(" ").map((word): [string, number] => [word, index + 1])));
}

/** 1 to 12. */
export const MONTHS = counted(
  "januar january jan",
  "februar february feb febr",
  "marts march mar",
  "april apr",
  "maj may",
  "juni june jun",
  "juli july jul",
  "august aug",
  "september sept sep",
  "oktober october okt oct",
  "november nov",
  "december dec",
);

/** Months that only English has: there a number after the name is a day. */
export const ENGLISH_MONTHS = new Set(["january", "february", "march", "may", "june", "july", "october", "oct"]);

/** Monday is 1. */
export const WEEKDAYS = counted(
  "mandag man monday mon",
  "tirsdag tirs tir tuesday tues tue",
  "onsdag ons wednesday wed",
  "torsdag tors tor thursday thurs thur thu",
  "fredag fre friday fri",
  "lørdag lør saturday sat",
  "søndag søn sunday sun",
);

/** Small numbers written as words, and what is one of something. */
export const NUMBERS: Table<number> = new Map([
  ...counted(
    "en et én ét a an one",
    "to two",
    "tre three",
    "fire four",
    "fem five",
    "seks six",
    "syv seven",
    "otte eight",
    "ni nine",
    "ti ten",
  ),
  ["fjorten", 14],
  ["fourteen", 14],
]);

/** Ordinals of quarters and halves. */
export const ORDINALS = counted("første first", "anden andet second", "tredje third", "fjerde fourth");

export const SEASONS: Table<string> = new Map(
  [
    ["spring", "forår foråret forårets foraar foraaret spring"],
    ["summer", "sommer sommeren sommerens summer"],
    ["autumn", "efterår efteråret efterårets efteraar efteraaret autumn fall"],
    ["winter", "vinter vinteren vinterens winter"],
  ].flatMap(([season = "", words = ""]) => words.split(" ").map((word): [string, string] => [word, season])),
);

/** Parts of a month. */
export const PARTS: Table<"early" | "mid" | "late"> = new Map(
  (
    [
      ["early", "primo early begyndelsen starten start beginning først tidligt tidlig"],
      ["mid", "medio mid midten midt middle"],
      ["late", "ultimo late slutningen slut end sidst"],
    ] as const
  ).flatMap(([part, words]) => words.split(" ").map((word): [string, typeof part] => [word, part])),
);

/** Words that say that there is no date, or not yet; signs and points are left out. */
export const NO_DATE = new Set([
  "",
  "ukendt",
  "uvist",
  "unknown",
  "senere",
  "later",
  "tbd",
  "t b d",
  "tba",
  "tbc",
  "na",
  "n a",
  "dato følger",
  "datoen følger",
  "dato kommer",
  "dato senere",
  "dato aftales",
  "dato aftales senere",
  "dato ikke fastsat",
  "tid følger",
  "følger",
  "følger senere",
  "kommer senere",
  "aftales",
  "aftales senere",
  "aftales nærmere",
  "aftales løbende",
  "efter aftale",
  "nærmere aftale",
  "ikke fastlagt",
  "ikke fastsat",
  "ikke aftalt",
  "ikke oplyst",
  "endnu ikke fastlagt",
  "endnu ikke aftalt",
  "ingen dato",
  "mangler",
  "date follows",
  "date to follow",
  "to follow",
  "to be decided",
  "to be determined",
  "to be announced",
  "to be agreed",
  "to be confirmed",
  "not decided",
  "not yet decided",
  "not known",
  "no date",
]);

/** Words that something goes on, or comes when it is needed: no date, and none is meant. */
export const ONGOING = new Set([
  "løbende",
  "ongoing",
  "continuously",
  "hele perioden",
  "i hele perioden",
  "hele forløbet",
  "throughout",
  "efter behov",
  "ved behov",
  "as needed",
  "when needed",
]);

/** Words that begin a condition. */
export const CONDITION = new Set(["når", "naar", "when", "once", "hvis", "if"]);
