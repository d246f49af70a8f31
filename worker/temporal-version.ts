import { access, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { HouseError } from "./house-error.ts";

/**
 * Remembers in the folder which server wrote its database. Throws a HouseError when another one did: the development
 * server never migrates its file, and a newer one would fail on it in ways nobody understands.
 */
export async function checkVersion({ folder, version }: { folder: string; version: string }): Promise<void> {
  const note = path.join(folder, "temporal.version");
  const database = path.join(folder, "temporal.db");
  const now = serverVersion(version);
  const before = (await readFile(note, "utf8").catch(() => "")).trim();
  const hasData = await access(database).then(
    () => true,
    () => false,
  );
  if (hasData && before && lineOf(before) !== lineOf(now)) {
    throw new HouseError({
      da: `${database} er skrevet af Temporal-server ${before}, og denne er ${now}, som ikke kan læse den. Sæt den servers program «temporal» på PATH, eller flyt ${database} væk, og begynd uden kørende netværk.`,
      en: `${database} was written by Temporal server ${before}, and this is ${now}, which cannot read it. Put that server's program «temporal» on the PATH, or move ${database} away and begin without running networks.`,
    });
  }
  await writeFile(note, `${now}\n`);
}

/** `1.31.2` out of what `temporal --version` says. */
export function serverVersion(words: string): string {
  return /Server (\d+\.\d+\.\d+)/.exec(words)?.[1] ?? words.trim();
}

// Only the first two numbers: a patch release leaves the schema alone.
function lineOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}
