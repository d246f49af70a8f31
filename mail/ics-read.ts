// What an answer from a calendar says (iTIP, RFC 5546), read out of iCalendar text as mail programs really write it.

/** A line of an event: parameter names in capitals, values without quotes. */
export type IcsLine = { name: string; params: Record<string, string>; value: string };

/** A calendar's method, in capitals, and its events' own lines. */
export type ReadCalendar = { method: string; events: IcsLine[][] };

/** Octets of calendar text that are looked at; an answer has one event. */
const MOST = 200_000;

/**
 * The calendar in a mail's part, or undefined where it is none. Lines may be folded anywhere, also inside a letter of several
 * octets; what stands inside an alarm or a time zone is no line of an event.
 */
export function readCalendar(content: Buffer): ReadCalendar | undefined {
  if (content.length > MOST) return undefined;
  const inside: string[] = [];
  const read: ReadCalendar = { method: "", events: [] };
  for (const line of unfolded(content).flatMap(lineOf)) {
    if (line.name === "BEGIN") {
      inside.push(line.value.trim().toUpperCase());
      if (isIn(inside, ["VCALENDAR", "VEVENT"])) read.events.push([]);
    } else if (line.name === "END") inside.pop();
    else if (isIn(inside, ["VCALENDAR"]) && line.name === "METHOD") read.method = line.value.trim().toUpperCase();
    else if (isIn(inside, ["VCALENDAR", "VEVENT"])) read.events.at(-1)!.push(line);
  }
  return read.method === "" && read.events.length === 0 ? undefined : read;
}

/** A text value as it was meant: `\,` is a comma. */
export const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));

const isIn = (inside: string[], place: string[]) =>
  inside.length === place.length && place.every((name, i) => inside[i] === name);

// Octets are put together before they are read as letters.
const unfolded = (content: Buffer): string[] =>
  Buffer.from(content.toString("latin1").replace(/\r?\n[ \t]/g, ""), "latin1")
    .toString("utf8")
    .split(/\r?\n/);

function lineOf(text: string): IcsLine[] {
  const [, name, given = "", value] = LINE.exec(text) ?? [];
  if (name === undefined || value === undefined) return [];
  const params = [...given.matchAll(PARAMETER)].map(([, key, said]) => [key!.toUpperCase(), said!.replaceAll('"', "")]);
  return [{ name: name.toUpperCase(), params: Object.fromEntries(params) as Record<string, string>, value }];
}

const LINE = /^\uFEFF?([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^";:])*)*):(.*)$/;
const PARAMETER = /;([\w-]+)=((?:"[^"]*"|[^";:])*)/g;
