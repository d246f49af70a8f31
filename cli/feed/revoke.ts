// Closes the address of a calendar.
import { createHash } from "node:crypto";
import type { Given, Output, World } from "../world.ts";

/** `{ id, revoked: true }`, also where it was closed before. */
export async function run({ client: connect, language }: World, { args }: Given): Promise<Output> {
  const client = await connect();
  const done = await client.revokeFeed(idOf(args[0]!));
  return { json: done, text: SAID[language] };
}

/** Of an address the hash of the secret in it, under which the calendar is known. */
function idOf(given: string): string {
  const secret = /\/calendars\/([^/]+)\.ics$/.exec(given)?.[1];
  return secret === undefined ? given : createHash("sha256").update(secret).digest("hex");
}

const SAID = {
  da: "Kalenderen er lukket: dens adresse gælder ikke længere.",
  en: "The calendar is closed: its address is no longer valid.",
};
