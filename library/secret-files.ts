// Secrets that stand in files instead of the environment, as containers are given them: NAME_FILE holds the path.
import { readFileSync } from "node:fs";
import type { Wrong } from "./setting-checks.ts";
import { SETTINGS } from "./setting-list.ts";

/** Names of the settings that may come from a file: those that are, or hold, a secret. */
export const FROM_FILES: readonly string[] = SETTINGS.filter(({ secret }) => secret).map(({ name }) => name);

const TWICE: Wrong = {
  wrong: { da: "er sat to gange: selv og som fil", en: "is set twice: itself and as a file" },
  hint: { da: "Behold en af de to.", en: "Keep one of the two." },
};
const unreadable = (file: string): Wrong => ({
  wrong: { da: `kan ikke læses: «${file}»`, en: `cannot be read: «${file}»` },
  hint: {
    da: "Skriv stien til en fil, som processen må læse, og som ikke er tom.",
    en: "Write the path of a file that the process may read, and that is not empty.",
  },
});

/** The values that files hold, by the setting's name; and what is wrong, by the name of the variable. */
export function secretsInFiles(env: Record<string, string | undefined>): {
  values: Record<string, string>;
  wrong: [name: string, wrong: Wrong][];
} {
  const values: Record<string, string> = {};
  const wrong: [string, Wrong][] = [];
  for (const name of FROM_FILES) {
    const file = env[`${name}_FILE`]?.trim();
    if (!file) continue;
    const value = contentOf(file);
    if (env[name]?.trim()) wrong.push([name, TWICE]);
    else if (value === undefined) wrong.push([`${name}_FILE`, unreadable(file)]);
    else values[name] = value;
  }
  return { values, wrong };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch {
    return undefined;
  }
}
