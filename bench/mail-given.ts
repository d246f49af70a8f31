// What the benches of mail have in common: a mail server that takes everything, and networks whose one meeting is reminded of at a
// minute of the real clock.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DateTime } from "luxon";
import type { FremdriftClient } from "../api/client.ts";
import { isWorkingDay, localDate } from "../programmes/calendar.ts";
import { inDays, memberEmail, today } from "./given.ts";
import { until } from "./stack.ts";

const SINK = fileURLToPath(new URL("sink.ts", import.meta.url));
const ZONE = "Europe/Copenhagen";
/** Days from the reminder to the meeting. */
const AHEAD = 6;
const RULE = "bench-6";
export const MEETING = "m1";

type Taken = { at: number; id: string };
export type Sink = {
  url: string;
  /** Every mail it has taken, in order. */
  taken(): Taken[];
  /** Forgets what it has taken. */
  clear(): void;
  /** Ends it with -9. */
  kill(): void;
};

/** A mail server in a process of its own, which writes what it takes to a file. */
export async function startSink(file: string): Promise<Sink> {
  writeFileSync(file, "");
  const child = spawn(process.execPath, ["--import", "tsx", SINK, file, "0"], { stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => child.kill("SIGKILL"));
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  return {
    url: `smtp://127.0.0.1:${port.toString().trim()}`,
    taken: () =>
      readFileSync(file, "utf8")
        .split("\n")
        .slice(0, -1)
        .map((line) => ({ at: Number(line.slice(0, line.indexOf(" "))), id: line.slice(line.indexOf(" ") + 1) })),
    clear: () => writeFileSync(file, ""),
    kill: () => void child.kill("SIGKILL"),
  };
}

/** Whether reminders go today at all: rules before a meeting are rolled back to a working day. */
export const remindersGoToday = (): boolean => isWorkingDay(localDate(Date.now(), ZONE), []);

/** The next whole minute that is at least so many milliseconds ahead. */
export const minuteAfter = (ms: number): number => Math.ceil((Date.now() + ms) / 60_000) * 60_000;

/** A real network of so many people, its lead among them, who can be invited to one meeting and are reminded of it at the instant `at`, today. Its id. */
export async function remindedNetwork(
  client: FremdriftClient,
  { people, at }: { people: number; at: number },
): Promise<string> {
  const rows = [...Array(people - 1).keys()].map((n) => `Medlem ${n},${memberEmail(n)},participant`);
  const csv = ["name,email,role", "Leder,lead@example.org,networkLead", ...rows].join("\n");
  const { id } = await client.createNetwork({ file: programme(at), start: today(), clock: "real", people: csv });
  return id;
}

/** Its file: JSON is YAML, too. */
function programme(at: number): string {
  const title = { da: "Møde 1", en: "Meeting 1" };
  const time = DateTime.fromMillis(at, { zone: ZONE }).toFormat("HH:mm");
  const role = { title: { da: "deltager", en: "participant" }, sample: 1 };
  return JSON.stringify({
    id: "mailmaaling",
    version: 1,
    title: { da: "Måling af mails", en: "Mails measured" },
    description: { da: "Et møde, som alle mindes om.", en: "One meeting that all are reminded of." },
    roles: { participant: role },
    phases: { p: { title: { da: "Fase", en: "Phase" }, mode: "opening", when: today(), opens: [], closes: [] } },
    items: {
      [MEETING]: {
        kind: "meeting",
        title,
        when: { unknown: true },
        audience: ["networkLead", "participant"],
        place: "Rådhuset",
      },
    },
    reminders: { [RULE]: { for: "meeting", days: -AHEAD, time, to: ["invited"], title } },
  });
}

/** Gives the meeting its date, so that everybody is invited. */
export async function invite(client: FremdriftClient, id: string): Promise<void> {
  await client.trigger(id, "pinItem", { item: MEETING, start: inDays(AHEAD) });
}

/** Waits until the sink has taken so many; comes back with all. */
export async function untilTaken(sink: Sink, count: number, withinMs: number): Promise<Taken[]> {
  await until(withinMs, async () => (sink.taken().length >= count ? true : undefined));
  return sink.taken();
}
