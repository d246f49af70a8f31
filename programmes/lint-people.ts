// Who is asked, told and counted: decisions without a decider, reminders that reach nobody, targets that no organisation can meet.
import { finding, together, words, type Finds } from "./lint-words.ts";
import type { Finding } from "./problem.ts";
import { LIVE_AUDIENCES } from "./reminder-names.ts";
import { type Item, type Programme, type ReminderRule, type Text } from "./types.ts";

/** Whatever in a programme asks for people who are not there. */
export function lintPeople(programme: Programme): Finds {
  return together(
    { errors: [...undecidable(programme), ...unreachableTargets(programme)], warnings: [] },
    ...programme.items.map((item) => unheard(item, programme)),
    unheardRules(programme),
  );
}

/** A decision that is one for each idea is taken by whoever has the right to. Of the others the audience decides, or the lead. */
function undecidable(programme: Programme): Finding[] {
  return programme.items
    .filter(({ kind, decision }) => kind === "decision" && !decision)
    .filter(() => (programme.rights["decide"] ?? []).length === 0)
    .map((item) => words.noDecider(`items.${item.id}`, item));
}

function unreachableTargets({ items, roles }: Programme): Finding[] {
  return items.flatMap(({ id, title, target }) => {
    const role = roles.find(({ code }) => code === target?.role);
    const most = role?.perOrganisation?.most;
    if (!target || !role || most === undefined || target.atLeast <= most) return [];
    return [words.target(`items.${id}.target`, { title }, target.atLeast, role.title, most)];
  });
}

/** An audience that is empty though nobody wrote `?` is an error; one that nobody of the sample is in, a warning. */
function unheard(item: Item, programme: Programme): Finds {
  const { id, kind, audience, openSignUp } = item;
  const isAsked = programme.openQuestions.some(({ path }) => path === `items.${id}.audience`);
  const rules = programme.reminders.filter((rule) => rule.for === kind && !item.reminders?.[rule.id]?.off);
  if (rules.length === 0 || isAsked || openSignUp || isIdeaDecision(item)) return { errors: [], warnings: [] };
  const path = `items.${id}.audience`;
  if (audience.length === 0) return { errors: [words.nobody(path, item, "")], warnings: [] };
  const isEmpty = audience.every((code) => !hasAnybody(programme, code));
  return { errors: [], warnings: isEmpty ? [words.nobody(path, item, audience.join(", "))] : [] };
}

const isIdeaDecision = ({ kind, decision }: Item) => kind === "decision" && !decision;

/** A rule that tells roles only, none of which anybody has. */
function unheardRules(programme: Programme): Finds {
  const isUsed = (rule: ReminderRule) =>
    programme.items.some(({ kind }) => kind === rule.for) || !KINDS.includes(rule.for);
  const warnings = programme.reminders
    .filter((rule) => isUsed(rule) && rule.to.every((code) => !isLive(code) && !hasAnybody(programme, code)))
    .map((rule) => toNobody(rule));
  return { errors: [], warnings };
}

/** Rules that are for items of one kind. */
const KINDS: ReminderRule["for"][] = ["meeting", "homework", "task"];

const isLive = (code: string) => LIVE_AUDIENCES.some((live) => live === code);

function toNobody({ id, title, to }: { id: string; title: Text; to: string[] }): Finding {
  const roles = to.join(", ");
  return finding(
    "nobody",
    `reminders.${id}.to`,
    [`Påmindelsen «${title.da}» når ingen: ${roles}.`, `The reminder "${title.en}" reaches nobody: ${roles}.`],
    ["Skriv en rolle, som nogen har, eller slå den fra.", "Write a role that somebody has, or turn it off."],
  );
}

function hasAnybody({ roles }: Programme, code: string): boolean {
  const role = roles.find((one) => one.code === code);
  return role !== undefined && (role.sample > 0 || role.required === true);
}
