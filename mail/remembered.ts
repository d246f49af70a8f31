// Answers remembered: a thousand mails tell of the same few days, and finding out how a day is told takes longer than telling it.

/**
 * The function, asked once for the same arguments: its answer follows from them alone, they are plain data. What it throws is not kept.
 * When it has kept `most` answers it forgets all.
 */
export function remembered<Args extends unknown[], Answer>(
  answer: (...args: Args) => Answer,
  most = 500,
): typeof answer {
  const known = new Map<string, Answer>();
  return (...args) => {
    const key = JSON.stringify(args);
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = answer(...args);
    if (known.size >= most) known.clear();
    known.set(key, now);
    return now;
  };
}
