// Where the log goes: lines in plain words for a person, or one JSON object a line for a machine that keeps them.
import type { SeenSettings } from "../../library/settings-seen.ts";
import type { Request } from "./meters.ts";

export type Level = "debug" | "info" | "warn" | "error";

/** What a line is about: found in its own words, since a line is all that the parts of the program say. */
export type Event = { level: Level; part: string; event: string; network?: string };

export type Logs = {
  log: (line: string) => void;
  /** A request that was answered; absent where such lines are not kept. */
  request?: (request: Request) => void;
};

type Options = Pick<SeenSettings, "log" | "logLevel"> & {
  write: (text: string) => void;
  /** Of what is under way. */
  trace?: () => string | undefined;
};

/** The log as the settings want it. Lines in plain words are written as they are, whatever they are about. */
export async function openLog({ log: form, logLevel, write, trace = () => undefined }: Options): Promise<Logs> {
  const toldRequests = logLevel === "debug";
  if (form === "words") {
    const log = (line: string) => write(`${line}\n`);
    return { log, ...(toldRequests && { request: (request: Request) => log(wordsOf(request)) }) };
  }
  const { pino } = await import("pino");
  const destination = { write };
  const options = {
    level: logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
  };
  const logger = pino(options, destination);
  const traced = () => {
    const id = trace();
    return id === undefined ? {} : { trace: id };
  };
  return {
    log: (line) => {
      const { level, ...about } = eventOf(line);
      logger[level]({ ...about, ...traced() }, line);
    },
    ...(toldRequests && {
      request: ({ part, route, method, status, seconds }: Request) =>
        logger.debug({ part, event: "request", method, route, status, ms: msOf(seconds), ...traced() }),
    }),
  };
}

const msOf = (seconds: number) => Math.round(seconds * 10_000) / 10;
const wordsOf = ({ method, route, status, seconds }: Request) => `${method} ${route} ${status} ${msOf(seconds)} ms`;

type Known = [words: RegExp, part: string, event: string, level: Level];

/** What lines begin with, and what that is; the first that fits counts. A network's id is what `network` catches. */
const KNOWN: Known[] = [
  [/^temporal (?:error|fatal): (?:.*\bnetwork-(?<network>[\w-]+))?/s, "temporal", "sdk", "error"],
  [/^temporal \w+: (?:.*\bnetwork-(?<network>[\w-]+))?/s, "temporal", "sdk", "warn"],
  [/^the network (?<network>\S+) waits: /, "pacer", "waits", "warn"],
  [/^the network (?<network>\S+) refused /, "pacer", "refused", "info"],
  [/^Mail in /, "inbox", "mail-in", "info"],
  [/^A mail that came in could not /, "inbox", "mail-in-failed", "error"],
  [/^Mails are not read /, "inbox", "away", "warn"],
  [/^Mail (?<network>[^\s.]+)\.\d+\.\S+ could not be delivered/, "mail", "failed", "warn"],
  [/^Mail \S+ could not be delivered/, "mail", "failed", "warn"],
  [/^The outbox cannot /, "mail", "outbox-away", "error"],
  [/^A mail \(/, "mail", "note-failed", "error"],
  [/^unexpected: /, "api", "unexpected", "error"],
  [/^a page broke: /, "pages", "unexpected", "error"],
  [/^(?:What happens|A link to sign in|The use of a session) could not /, "api", "store-away", "error"],
  [/ old answers were not cleared away/, "housekeeping", "failed", "warn"],
  [/ bundling the workflows /, "worker", "bundling", "info"],
];

/** What a line is about. */
export function eventOf(line: string): Event {
  for (const [words, part, event, level] of KNOWN) {
    const found = words.exec(line);
    if (!found) continue;
    const network = found.groups?.["network"];
    return { level, part, event, ...(network !== undefined && { network }) };
  }
  return { level: "info", part: "house", event: "said" };
}
