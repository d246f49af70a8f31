// Networks to measure on, with people and their tokens, made through the API.
import { listProgrammes } from "../library/programmes.ts";
import type { Stack } from "./stack.ts";

/** Any programme with a meeting and a task will do. */
const PROGRAMME = "innovationsnetvaerk";

export type Given = {
  network: string;
  meeting: string;
  /** Can be moved again and again: it leaves one entry, and the network is no larger for it. */
  task: string;
};

/** A network on the real clock that begins today, with a lead and so many members, its first task and meeting given a date. */
export async function givenNetwork({ client }: Stack, members: number): Promise<Given> {
  const programme = (await listProgrammes()).find(({ id }) => id === PROGRAMME)!;
  const meeting = programme.items.find(({ kind }) => kind === "meeting")!;
  const task = programme.items.find(({ kind }) => kind === "task")!;
  const role = meeting.audience[0]!;
  const rows = [...Array(members).keys()].map((n) => `Medlem ${n},${memberEmail(n)},${role}`);
  const people = ["name,email,role", `Leder,lead@example.org,networkLead`, ...rows].join("\n");
  const { id } = await client.createNetwork({ programme: PROGRAMME, start: today(), clock: "real", people });
  for (const item of [task.id, meeting.id]) await client.trigger(id, "pinItem", { item, start: inDays(60) });
  return { network: id, meeting: meeting.id, task: task.id };
}

export const memberEmail = (n: number): string => `member-${n}@example.org`;

export const today = (): string => inDays(0);

export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
