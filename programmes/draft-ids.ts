// Ids made from words, each of them once.

const LONGEST = 40;

/** A word for an id: letters, digits and hyphens, beginning with a letter. */
export function slugOf(text: string, otherwise: string): string {
  const plain = text
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "oe")
    .replace(/å/g, "aa")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  // An id begins with a letter: a number goes to the end.
  const [, count = "", rest = ""] = /^([\d-]*)(.*)$/.exec(plain) ?? [];
  const words =
    rest.length > LONGEST
      ? rest
          .slice(0, LONGEST + 1)
          .replace(/-[^-]*$/, "")
          .slice(0, LONGEST)
      : rest;
  const numbers = count.replace(/^-+|-+$/g, "");
  return [words || otherwise, ...(numbers ? [numbers] : [])].join("-");
}

/** The id itself where it is free, else with the first number that makes it so; it is then taken. */
export function takeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${id}-${count}`;
  taken.add(free.toLowerCase());
  return free;
}
