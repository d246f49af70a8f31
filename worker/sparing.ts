// A log that nobody is named in: what may be somebody's address, words or key is left out of every line that is logged. Parts say as
// little as they can of people; what libraries and databases say of an error is not theirs to choose.

/** What stands in the place of what was left out. */
export const LEFT_OUT = "…";

/** A log that hands on each line as `spared` leaves it. */
export const sparing =
  (log: (line: string) => void): ((line: string) => void) =>
  (line) =>
    log(spared(line));

/**
 * A line without addresses, keys, and what stands in quotes: there the words are that a message is about. Left are names that a program
 * gave (`"person_email_key"`, `'/work/main/x.ts'`), and where in the program it was. A line is cut after 4,000 characters.
 */
export function spared(line: string): string {
  return line
    .slice(0, 4_000)
    .replace(URL_TAIL, `$1/${LEFT_OUT}`)
    .replace(ADDRESS, LEFT_OUT)
    .replace(QUOTED, (all, open: string, words: string, close: string, at: number, whole: string) =>
      PROGRAM.test(words) || DATABASE.test(whole.slice(0, at)) ? all : `${open}${LEFT_OUT}${close}`,
    )
    .replace(KEY, (key) => (NAME.test(key) ? key : LEFT_OUT));
}

/** Anything around an @ is taken for an address; of a place in a package (`node_modules/@hono/…`) there is nothing before it. */
const ADDRESS = /(?:"[^"\n]*"|[^\s<>"'`«»“”„(),;:[\]{}/\\=]+)@[^\s<>"'`«»“”„(),;:[\]{}/\\]+/gu;
/** Paths of web addresses may hold a key; files are named without `http`. */
const URL_TAIL = /(\bhttps?:\/\/[^\s/"'<>)]+)\/[^\s"'<>)]+/giu;
const QUOTED = /(["“„«`]|(?<![\p{L}\p{N}])['‘])([^"“”„«»`‘’'\n]*)(["”“»`]|['’](?![\p{L}\p{N}]))/gu;
/** What a program is made of has a sign that words lack, and no spaces or capitals but in the names of files. */
const PROGRAM = /^(?=[^ ]*[_/])[\w./:@-]+$/;
/** What a database calls by name. */
const DATABASE = /\b(?:relation|constraint|column|table|function|type|index) $/;
const KEY = /(?<![\w./:@-])[\w-]{20,}(?![\w./@-])/g;
/** Letters alone, words joined by dashes or underscores, and what is called after a network are names. */
const NAME = /^[A-Za-z]+$|^[a-z]+(?:[-_][a-z]+)*(?:-[0-9a-f]{12})?$/;
