// Answers remembered: a thousand mails tell of the same few days, and finding out how a day is told takes longer than telling it.

/** Answers kept by one function; when it has so many it forgets all. */
const MAX_REMEMBERED = 500;

/** The function, asked once for the same arguments: its answer follows from them alone, they are plain data. What it throws is not kept. */
export function remembered<Args extends unknown[], Answer>(answer: (...args: Args) => Answer): typeof answer {
  const known = new Map<string, Answer>();
  return (...args) => {
    const key = JSON.stringify(args);
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = answer(...args);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(key, now);
    return now;
  };
}
