// docs/reminders.md is true: its tables say what the rules say, its runs come out as they are shown, and what it names is there.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { COMMANDS } from "../../cli/surface.ts";
import { moment } from "../../cli/layout.ts";
import { SETTINGS } from "../../library/setting-list.ts";
import { dueIn } from "../../machines/due.ts";
import { messageTitle, narrationOf } from "../../machines/narrate.ts";
import { whyWord } from "../../machines/narrate-words.ts";
import { recipientsOf } from "../../machines/recipients.ts";
import { readScript } from "../../machines/script.ts";
import { simulate, type Cue } from "../../machines/simulate.ts";
import { shape } from "../../machines/trigger-shapes.ts";
import type { TriggerName } from "../../machines/trigger-types.ts";
import { CATALOGUE } from "../../mail/catalogue.ts";
import { RETRY_LIMITS } from "../../mail/delivery.ts";
import { reasonOf } from "../../mail/reasons.ts";
import { SENDER_LIMITS } from "../../mail/sender.ts";
import { localDate, localInstant, reminderInstant } from "../../programmes/calendar.ts";
import { rfc3339 } from "../../programmes/instant.ts";
import { parseProgramme } from "../../programmes/parse.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import { LIVE_AUDIENCES } from "../../programmes/reminder-names.ts";
import type { Instant, Person, Programme } from "../../programmes/types.ts";
import { fremdrift } from "../cli/given.ts";
import { blocksOf, laidOn, rowsOf, type Fields } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFile(path.join(ROOT, file), "utf8");
const [text, guide, example, common] = await Promise.all([
  read("docs/reminders.md"),
  read("docs/programmes.md"),
  read("examples/programme/velkomst.yaml"),
  read("programmes/data/methods/common.yaml"),
]);

type Rule = {
  for: string;
  days: number;
  every?: number;
  anchor?: string;
  time: string;
  to: string[];
  title: { da: string };
};
const shipped = parse(common) as { zone: string; nonWorking: string[]; reminders: Record<string, Rule> };
const rules = Object.entries(shipped.reminders);

/** The rows of the first table of a section, without its head. */
function tableOf(heading: string): string[][] {
  const section = text.split(/^##+ /m).find((one) => one.startsWith(`${heading}\n`));
  return rowsOf(section!).slice(1);
}
const bare = (cell = "") => cell.replaceAll("`", "");

/** What a rule counts from, as the table says it. */
const COUNTED: Record<string, string> = {
  meeting: "mødet",
  minutes: "mødet",
  decision: "fristen",
  homework: "fristen",
  phase: "fasens slutning",
  task: "opgavens sidste dag",
  followUp: "det næste skridt",
  undated: "tidsrummet begynder",
};
const FIRST_DAY: Record<string, string> = { task: "opgavens første dag", undated: "tidsrummets første dag" };

function whenOf({ for: kind, days, every }: Rule): string {
  if (days === 0) return FIRST_DAY[kind]!;
  const count = Math.abs(days) === 1 ? "1 dag" : `${Math.abs(days)} dage`;
  const again = every === undefined ? "" : `, så hver ${every}. dag`;
  return `${count} ${days < 0 ? "før" : "efter"} ${COUNTED[kind]!}${again}`;
}

describe("the tables", () => {
  test("have every rule with its message, its day and whom it tells, and no other", () => {
    const wanted = rules.map(([id, rule]) => [id, rule.title.da, whenOf(rule), rule.to.join(", ")]);
    expect(tableOf("Reglerne").map((row) => row.map(bare))).toEqual(wanted);
    expect(new Set(rules.map(([, { time }]) => time))).toEqual(new Set(["09:00"]));
    expect(rules.filter(([, { anchor }]) => anchor === "start").map(([id]) => id)).toEqual(["task-first"]);
  });

  test("explain every audience that is found when a message goes, and every one that a rule tells", () => {
    const told = [...LIVE_AUDIENCES, ...rules.flatMap(([, { to }]) => to)];
    expect(
      tableOf("Hvem det er")
        .map(([word]) => bare(word))
        .toSorted(),
    ).toEqual([...new Set(told)].toSorted());
  });

  test("have every reason why a message does not go, as the ledger says it, and the English part names them, too", async () => {
    const [, words = ""] = /const WHY[^{]*\{(.*?)\n\};/s.exec(await read("machines/narrate-words.ts")) ?? [];
    const [, union = ""] = /export type Suppressed =([^;]*);/.exec(await read("machines/network/reminders.ts")) ?? [];
    const reasons = [...words.matchAll(/^ {2}"?([a-z-]+)"?:/gm)].map(([, reason]) => reason!);
    expect(reasons).toEqual(expect.arrayContaining([...union.matchAll(/"([a-z-]+)"/g)].map(([, reason]) => reason)));
    const rows = tableOf("Hvorfor en besked ikke går").map(([reason, said]) => [bare(reason), said]);
    expect(reasons.length).toBeGreaterThan(5);
    expect(rows.toSorted()).toEqual(reasons.map((reason) => [reason, whyWord(reason, "da")]).toSorted());
    const [, english = ""] = text.split("## English\n");
    for (const reason of reasons) expect(english).toContain(`\`${reason}\``);
  });

  test("have every message that goes at once: all that there are letters for and no rule sends", () => {
    const sent = new Set(rules.map(([id]) => reasonOf(id)));
    const others = Object.keys(CATALOGUE.da).filter((reason) => reason !== "news" && !sent.has(reasonOf(reason)));
    expect(
      tableOf("Det, der sendes med det samme")
        .map(([rule]) => bare(rule))
        .toSorted(),
    ).toEqual(others.toSorted());
  });

  const { zone, nonWorking } = shipped;
  const days = tableOf("Hvornår");
  test.each(days)("%s %s is %s: %s", (from, rule, goes) => {
    const [, count, unit] = /^(-?\d+) (dage|arbejdsdage)$/.exec(rule!) ?? [];
    const instant = reminderInstant({
      anchor: from!,
      days: Number(count),
      ...(unit === "arbejdsdage" && { unit: "workingDays" as const }),
      time: "09:00",
      zone,
      nonWorking,
    });
    expect(localDate(instant, zone)).toBe(goes);
  });
  test("show several such days", () => expect(days.length).toBeGreaterThan(5));
});

describe("what it shows", () => {
  let folder = "";
  const scripts = blocksOf(text).filter(({ language, name }) => language === "json" && name !== undefined);
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "fremdrift-reminders-"));
    const { body } = blocksOf(guide).find(({ name }) => name === "deltagere.csv")!;
    await writeFile(path.join(folder, "velkomst.yaml"), example);
    await writeFile(path.join(folder, "deltagere.csv"), body);
    for (const script of scripts) await writeFile(path.join(folder, script.name!), script.body);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const simulated = (line: string) =>
    fremdrift(line.split(" ").map((word) => (/\.(csv|yaml|json)$/.test(word) ? path.join(folder, word) : word)));
  /** The lines stand in the order shown; between those that `…` divides there may be others. */
  const expectLines = (shown: string, all: string[]) => {
    const stretches = shown.trim().split("\n…\n");
    expect(stretches.length).toBeGreaterThan(2);
    expect(all.join("\n").trimEnd()).toMatch(new RegExp(stretches.map(escaped).join("[^]*\n")));
  };

  test.each(scripts.map(({ name }) => name!))("the run of %s comes out as it is shown", async (name) => {
    const blocks = blocksOf(text);
    const at = blocks.findIndex((block) => block.name === name);
    const [command, shown] = [blocks[at + 1]!.body.trim(), blocks[at + 2]!.body];
    const done = await simulated(command.replace("npx fremdrift ", ""));
    expect([done.code, done.err]).toEqual([0, ""]);
    expectLines(shown, done.out.split("\n"));
  });
  test("there are two such runs", () => expect(scripts.length).toBe(2));

  test("the agenda and the messages are those of the four triggers, an answer and a move", () => {
    const asked = triggersIn(text).filter(({ type }) => type !== "nameSubstitute" && type !== "decide");
    expect(asked.length).toBe(4);
    const at = { at: "2027-03-05T23:59", by: "networkLead" };
    const move = { item: "m2", start: "2027-04-21", end: "2027-04-22", reason: "Salen er optaget" };
    const lines = [
      ...asked.slice(0, 3).map(({ type, data }) => ({ ...at, trigger: type, data })),
      { ...at, trigger: "moveItem", data: move },
      ...asked.slice(3).map(({ type, data }) => ({ ...at, trigger: type, data })),
      { ...at, by: "bo@example.org", trigger: "answer", data: { item: "m2", answer: "declined" } },
    ];
    const { agenda, messages } = played(lines);

    const stretch = rowsShown(named("agenda"));
    const first = agenda.findIndex((row) => row.join() === stretch[0]!.join());
    expect(agenda.slice(first, first + 9)).toEqual(expect.arrayContaining(stretch));
    expect(agenda.filter((row) => stretch.some((one) => one.join() === row.join()))).toEqual(stretch);
    expect(stretch.length).toBeGreaterThan(4);
    expect(rowsShown(named("messages"))).toEqual(messages);
  });
});

const named = (name: string) => blocksOf(text).find((block) => block.name === name)!.body;

/** The example's network after a script, as the command line's tables of what is to come and of what went have it. */
function played(lines: object[]): { agenda: string[][]; messages: string[][] } {
  const { programme } = parseProgramme(example, { common }) as { programme: Programme };
  const plan = planOf(programme, "2027-03-11");
  const { people } = parsePeople(
    blocksOf(guide).find(({ name }) => name === "deltagere.csv")!.body,
    programme.roles,
  ) as {
    people: Person[];
  };
  const { cues } = readScript(lines, plan, people) as { cues: Cue[] };
  const until = localInstant("2027-03-05", "23:59", programme.zone);
  const { book, ledger, deliveries } = simulate({ plan, title: "x", people, cues, until });
  const narration = narrationOf(programme, { start: plan.start, language: "da", people: [] });
  const told = (instant: Instant) => moment(rfc3339(instant, programme.zone), "da");
  const agenda = dueIn(plan, book.view).map(({ instant, subject, rule, to }) => [
    told(instant),
    rule === undefined ? "" : messageTitle(subject, rule, narration),
    recipientsOf(to, subject, book, instant)
      .map(({ email }) => email)
      .join(", "),
  ]);
  const messages = ledger
    .filter(({ kind }) => kind === "message.sent" || kind === "message.suppressed")
    .map(({ seq, at, kind, rule, subject, reason }) => {
      const mails = deliveries.filter((one) => one.seq === seq).length;
      return [
        told(at),
        `${rule!} ${subject}`,
        kind === "message.sent" ? `sendt ${mails}/${mails}` : `ikke sendt (${whyWord(reason!, "da")})`,
      ];
    });
  return { agenda, messages };
}

describe("what it names", () => {
  test("every command is one, and the data of every trigger is taken", () => {
    const commands = [...text.matchAll(/npx fremdrift ([a-z]+(?: [a-z]+)?)/g)].map(([, words]) => words!);
    const known = COMMANDS.map(({ path }) => path);
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands)
      expect([command, command.split(" ")[0]]).toSatisfy((of: string[]) => of.some((one) => known.includes(one)));
    for (const { type, data } of triggersIn(text)) expect(shape(type, data, shipped.zone)).toMatchObject({ ok: true });
  });

  test("every setting is one", () => {
    const named = [...text.matchAll(/`([A-Z]+_[A-Z_]+)\b|^([A-Z]+_[A-Z_]+)=/gm)].map(
      ([, inText, inBlock]) => inText ?? inBlock!,
    );
    const known = SETTINGS.map(({ name }) => name);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("every link leads to a heading that is there", async () => {
    const links = [...text.matchAll(/\]\(([\w.-]*)#([^)]+)\)/g)];
    expect(links.length).toBeGreaterThan(6);
    for (const [, file, anchor] of links) {
      const headings = (file === "" ? text : await read(`docs/${file}`)).match(/^#+ .*$/gm) ?? [];
      expect(headings.map(anchorOf)).toContain(anchor);
    }
  });

  test("its programme is read, and its rules differ from the shipped ones as it says", () => {
    const [block] = blocksOf(text).filter(({ language }) => language === "yaml");
    const file = laidOn(parse(example) as Fields, parse(block!.body) as Fields);
    const done = parseProgramme(stringify(file), { common });
    if ("problems" in done) throw new Error(JSON.stringify(done.problems));
    const { reminders, items } = done.programme;
    expect(reminders.map(({ id }) => id)).not.toContain("homework-lead");
    expect(reminders.find(({ id }) => id === "meeting-2")).toMatchObject({ days: -3, unit: "workingDays" });
    expect(items.find(({ id }) => id === "m1")!.reminders).toMatchObject({ "meeting-2": { days: -1 } });
  });

  test("its numbers about sending are those of the sender", () => {
    expect(RETRY_LIMITS).toMatchObject({ first: 10_000, longestDown: 60_000, giveUpAfter: 3 * 86_400_000 });
    expect(text).toContain(`(højst ${SENDER_LIMITS.unsure})`);
    expect(text).toContain(`(at most ${SENDER_LIMITS.unsure})`);
  });
});

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** As GitHub makes anchors of headings. */
const anchorOf = (heading: string) =>
  heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

/** The cells of a table that the command line printed, without its head and what is left out. */
const rowsShown = (shown: string): string[][] =>
  shown
    .trim()
    .split("\n")
    .slice(1)
    .filter((line) => line !== "…")
    .map((line) => line.split(/ {2,}/));

/** The triggers that it tells people to use. */
const triggersIn = (of: string): { type: TriggerName; data: unknown }[] =>
  [...of.matchAll(/npx fremdrift network trigger ID (\w+) --data '([^']*)'/g)].map(([, type, data]) => ({
    type: type as TriggerName,
    data: JSON.parse(data!) as unknown,
  }));
