// How alike two ideas are: their words cut into groups of three letters, and the share of groups that both have. Inflected and compound words
// share most of their letters, so that «ventetiden» meets «ventetid» without a dictionary.

/** What is compared. */
export type Said = { id: string; title: string; text?: string | undefined };

/** `likeness` between 0 and 1; `words`: those of the idea that the other one shares, as they are written. */
export type Alike = { id: string; likeness: number; words: string[] };

/** From here on two ideas are said to be alike. */
const ALIKE = 0.4;
const MOST = 3;

/** The ideas most alike to one, the most alike first; none that is hardly alike, and never itself. */
export function alikeTo(one: Said, others: readonly Said[]): Alike[] {
  const own = known(one);
  return others
    .filter(({ id }) => id !== one.id)
    .map((other) => ({ other, likeness: likenessOf(own, known(other)) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ other, likeness }) => ({
      id: other.id,
      likeness: Math.round(likeness * 100) / 100,
      words: sharedWords(one, other),
    }));
}

type Known = { title: Set<string>; all: Set<string> };

/** One is compared with all others: it is cut up once. */
const CUT = new WeakMap<Said, Known>();

function known(said: Said): Known {
  const { title, text = "" } = said;
  const cut = CUT.get(said) ?? { title: groupsIn(title), all: groupsIn(`${title} ${text}`) };
  CUT.set(said, cut);
  return cut;
}

/** By titles alone, or by all that is said: whichever is more alike. */
const likenessOf = (one: Known, other: Known): number =>
  Math.max(shared(one.title, other.title), shared(one.all, other.all));

/** Twice what both have, of what they have together. */
function shared(one: Set<string>, other: Set<string>): number {
  const both = [...one].filter((group) => other.has(group)).length;
  return both === 0 ? 0 : (2 * both) / (one.size + other.size);
}

function groupsIn(text: string): Set<string> {
  return new Set(wordsIn(text).flatMap((word) => threes(folded(word))));
}

const threes = (word: string): string[] => {
  const edged = `_${word}_`;
  return Array.from({ length: edged.length - 2 }, (_, at) => edged.slice(at, at + 3));
};

/** Words that say nothing of what it is about. */
const SMALL = new Set(
  [
    "af alle at bliver blive da de dem den der deres det dette eller en er et for fra få få gør ham han har hun hvor hvis i ikke jeg",
    "kan lave man med men mere nye ny når og om op os over på selv sig sin skal som så til ud vi vil være",
    "a all an and are as at be by can do for from have how in is it more new not of on or our so that the their them they this to up us we will with",
  ]
    .join(" ")
    .split(" "),
);

const wordsIn = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !SMALL.has(word.toLowerCase()));

/** In small letters, æ, ø and å as they are written without a Danish keyboard, and no accents. */
function folded(word: string): string {
  const danish = word.toLowerCase().normalize("NFC").replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
  return danish.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

/** The words of one that are much the same as a word of the other. */
function sharedWords(one: Said, other: Said): string[] {
  const words = ({ title, text = "" }: Said) => wordsIn(`${title} ${text}`);
  const others = words(other).map((word) => new Set(threes(folded(word))));
  const isShared = (word: string) =>
    others.some((groups) => shared(new Set(threes(folded(word))), groups) >= SAME_WORD);
  return [
    ...new Set(
      words(one)
        .filter(isShared)
        .map((word) => word.toLowerCase()),
    ),
  ];
}

/** So much of its letters a word has in common with one that it is the same as, in another form. */
const SAME_WORD = 0.6;
