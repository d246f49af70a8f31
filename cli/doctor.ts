// Whether all is well: this machine, its settings, and what the server says of itself.
import { access, constants, stat } from "node:fs/promises";
import { ApiError, NotReached } from "../api/client.ts";
import type { CheckJson } from "../api/client.ts";
import { SETTINGS, type Setting } from "../library/setting-list.ts";
import { readSettings } from "../library/settings.ts";
import type { Problem } from "../programmes/types.ts";
import { Failure } from "./failure.ts";
import { dataFolder, type Output, type World } from "./world.ts";

/** `{ checks: [{ name, ok, detail, hint }] }`; fails where one of them does. */
export async function run(world: World): Promise<Output> {
  const checks = [nodeCheck(world), await dataCheck(world), ...settingChecks(world), ...(await serverChecks(world))];
  const failed = checks.some(({ ok }) => !ok);
  const lines = checks.flatMap(({ name, ok, detail, hint }) => [
    `${ok ? "✓" : "✗"} ${name}: ${detail}`,
    ...(!ok && hint ? [`    ${hint}`] : []),
  ]);
  return { json: { checks }, text: lines.join("\n"), failed };
}

const fine = (name: string, detail: string): CheckJson => ({ name, ok: true, detail, hint: "" });
const wrong = (name: string, { detail, hint }: { detail: string; hint: string }): CheckJson => ({
  name,
  ok: false,
  detail,
  hint,
});

function nodeCheck({ words: { checks } }: World): CheckJson {
  const { node } = process.versions;
  const [major = 0, minor = 0] = node.split(".").map(Number);
  const recent = major > 20 || (major === 20 && minor >= 19);
  return recent ? fine("node", node) : wrong("node", checks.nodeOld(node));
}

async function dataCheck({ env, words: { checks } }: World): Promise<CheckJson> {
  const path = dataFolder(env);
  try {
    if (!(await stat(path)).isDirectory()) return wrong("data", checks.dataFile(path));
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return fine("data", path);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? fine("data", checks.dataNew(path)) : wrong("data", checks.dataBad(path, code));
  }
}

function settingChecks({ env, language, words: { checks } }: World): CheckJson[] {
  const read = readSettings(env, language);
  const problems = new Map<string, Problem>(
    "problems" in read ? read.problems.map((problem) => [problem.path, problem]) : [],
  );
  return SETTINGS.map((setting) => {
    const { name, unit, text } = setting;
    const problem = problems.get(name);
    if (problem) return wrong(name, { detail: problem.message, hint: problem.hint });
    const otherwise = setting.default === undefined ? checks.unset : checks.default(setting.default);
    const value = env[`${name}_FILE`]?.trim() || shown(setting, env[name]?.trim(), checks.set);
    return fine(
      name,
      `${value ?? otherwise}${value === undefined ? "" : ` (${otherwise})`} · ${unit[language]} · ${text[language]}`,
    );
  });
}

/** A value without what is secret in it. */
function shown({ secret }: Setting, value: string | undefined, set: string): string | undefined {
  if (!value) return undefined;
  if (secret === true) return set;
  return value.replace(/(:\/\/)[^@/]*@/, "$1…@");
}

async function serverChecks(world: World): Promise<CheckJson[]> {
  const { checks, notReached } = world.words;
  try {
    const said = await (await world.client()).checks();
    return [fine("api", checks.answers), ...said];
  } catch (error) {
    if (error instanceof NotReached) return [wrong("api", notReached(error.url))];
    if (error instanceof ApiError) return [wrong("api", error.problem)];
    if (error instanceof Failure) return [wrong("api", { detail: error.message, hint: error.hint })];
    throw error;
  }
}
