// How column types become JavaScript, embedded and on a server: what depends on the machine's zone stays text.
import pg from "pg";

/** By PostgreSQL's type number. int8 becomes a number (throws outside the safe integers), json is parsed. */
const PARSERS: Record<number, (text: string) => unknown> = {
  20: safeInteger,
  114: (text) => JSON.parse(text) as unknown,
  3802: (text) => JSON.parse(text) as unknown,
  // numeric, date, time, timetz, timestamp, timestamptz, interval
  ...Object.fromEntries([1700, 1082, 1083, 1266, 1114, 1184, 1186].map((type) => [type, (text: string) => text])),
};

/** For the driver. */
export const TYPES = {
  getTypeParser: ((type: number, format?: "text") =>
    PARSERS[type] ?? pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The int8 ${text} is too large for a number: select it as text.`);
  return value;
}
