// What the static rules find, said so that a person can correct the programme.
import type { Finding } from "./problem.ts";
import type { Text } from "./types.ts";

export type Finds = { errors: Finding[]; warnings: Finding[] };

/** Findings that are all errors, or all warnings. */
export const asErrors = (errors: Finding[]): Finds => ({ errors, warnings: [] });
export const asWarnings = (warnings: Finding[]): Finds => ({ errors: [], warnings });

/** Several finds as one. */
export function together(...finds: Finds[]): Finds {
  return { errors: finds.flatMap(({ errors }) => errors), warnings: finds.flatMap(({ warnings }) => warnings) };
}

type Titled = { title: Text };

const quoted = ({ title }: Titled): Text => ({ da: `«${title.da}»`, en: `"${title.en}"` });

/** A finding of a rule. `message` and `hint` in Danish, then in English. */
export function finding(code: string, path: string, message: [string, string], hint: [string, string]): Finding {
  return {
    code,
    path,
    message: { da: message[0], en: message[1] },
    hint: { da: hint[0], en: hint[1] },
  };
}

export const words = {
  overlap: (path: string, one: Titled, other: Titled, day: string) =>
    finding(
      "overlap",
      path,
      [
        `${quoted(one).da} og ${quoted(other).da} er for de samme på samme tid (${day}).`,
        `${quoted(one).en} and ${quoted(other).en} are for the same people at the same time (${day}).`,
      ],
      ["Flyt det ene møde, eller giv det andre deltagere.", "Move one of the meetings, or give it another audience."],
    ),
  sameDay: (path: string, one: Titled, other: Titled, day: string) =>
    finding(
      "overlap",
      path,
      [
        `${quoted(one).da} og ${quoted(other).da} er for de samme på samme dag (${day}); klokkeslæt mangler.`,
        `${quoted(one).en} and ${quoted(other).en} are for the same people on the same day (${day}); clock times are missing.`,
      ],
      ["Skriv time og until for begge.", "Write time and until of both."],
    ),
  dayOff: (code: "weekend" | "holiday", path: string, one: Titled, date: string, what: Text) =>
    finding(
      code,
      path,
      [`${quoted(one).da} ligger ${date}: ${what.da}.`, `${quoted(one).en} is on ${date}: ${what.en}.`],
      ["Vælg en anden dag eller en anden start.", "Choose another day, or another start."],
    ),
  outside: (path: string, one: Titled, when: string, window: string) =>
    finding(
      "outside-phase",
      path,
      [
        `${quoted(one).da} (${when}) ligger uden for sine fasers tid (${window}).`,
        `${quoted(one).en} (${when}) lies outside the time of its phases (${window}).`,
      ],
      [
        "Ret datoen, fasens tid, eller hvilken fase det hører til.",
        "Correct the date, the phase's time, or which phase it belongs to.",
      ],
    ),
  order: (path: string, phase: Titled, before: Titled) =>
    finding(
      "order",
      path,
      [
        `${quoted(phase).da} er planlagt til at være slut, før ${quoted(before).da} begynder, men venter på den.`,
        `${quoted(phase).en} is planned to be over before ${quoted(before).en} begins, but waits for it.`,
      ],
      [
        "Ret en af fasernes tid, eller fjern kriteriet.",
        "Correct the time of one of the phases, or remove the criterion.",
      ],
    ),
  beforeSet: (path: string, one: Titled) =>
    finding(
      "homework-before-set",
      path,
      [`${quoted(one).da} skal være færdigt, før det bliver stillet.`, `${quoted(one).en} is due before it is set.`],
      ["Byt om på punkterne i between, eller ret deres datoer.", "Swap the items of between, or correct their dates."],
    ),
  pastMeeting: (path: string, one: Titled, meeting: Titled, day: string) =>
    finding(
      "homework-after-meeting",
      path,
      [
        `${quoted(one).da} slutter efter ${quoted(meeting).da} (${day}), som de samme er med i.`,
        `${quoted(one).en} ends after ${quoted(meeting).en} (${day}), which the same people take part in.`,
      ],
      [
        "Hvis mødet skal bruge det, så skriv en tidligere frist; ellers kan det stå.",
        "If the meeting needs it, write an earlier deadline; else it may stand.",
      ],
    ),
  noDecider: (path: string, one: Titled) =>
    finding(
      "no-decider",
      path,
      [`Ingen må afgøre ${quoted(one).da}.`, `Nobody may decide ${quoted(one).en}.`],
      ["Skriv, hvem der afgør det.", "Write who decides it."],
    ),
  nobody: (path: string, one: Titled, roles: string) =>
    finding(
      "nobody",
      path,
      [
        `Påmindelser om ${quoted(one).da} når ingen: ${roles || "der er ingen deltagere"}.`,
        `Reminders of ${quoted(one).en} reach nobody: ${roles || "it has no audience"}.`,
      ],
      [
        "Skriv en rolle, som nogen har, eller slå påmindelsen fra.",
        "Write a role that somebody has, or turn the reminder off.",
      ],
    ),
  target: (path: string, one: Titled, wanted: number, role: Text, most: number) =>
    finding(
      "target",
      path,
      [
        `${quoted(one).da} vil have ${wanted} i rollen ${role.da} i hver organisation, men der må højst være ${most}.`,
        `${quoted(one).en} wants ${wanted} of the role ${role.en} in each organisation, but there may be ${most} at the most.`,
      ],
      ["Ret målet eller rollens perOrganisation.", "Correct the target, or the role's perOrganisation."],
    ),
  never: (path: string, criterion: Titled, need: number, most: number) =>
    finding(
      "never",
      path,
      [
        `Kriteriet ${quoted(criterion).da} vil have mindst ${need}, men der kan højst blive ${most}.`,
        `The criterion ${quoted(criterion).en} wants at least ${need}, but there can be ${most} at the most.`,
      ],
      ["Sæt tallet ned.", "Lower the number."],
    ),
  contradiction: (path: string, criterion: Titled, fact: string) =>
    finding(
      "never",
      path,
      [
        `Kriteriet ${quoted(criterion).da} kan ikke være opfyldt sammen med et andet om ${fact}.`,
        `The criterion ${quoted(criterion).en} cannot hold together with another one on ${fact}.`,
      ],
      ["Ret et af de to tal.", "Correct one of the two numbers."],
    ),
  overBudget: (sum: number, total: number) =>
    finding(
      "budget-over",
      "budget.lines",
      [`Linjerne giver ${sum}, men budgettet er ${total}.`, `The lines come to ${sum}, but the budget is ${total}.`],
      ["Ret linjerne eller total.", "Correct the lines, or total."],
    ),
  remainder: (left: number) =>
    finding(
      "budget-remainder",
      "budget.lines",
      [`${left} af budgettet er ikke fordelt på linjer.`, `${left} of the budget is not allocated to any line.`],
      ["Fordel resten, eller lad den stå.", "Allocate the remainder, or let it stand."],
    ),
  unsplit: (lines: number) =>
    finding(
      "budget-split",
      "budget.lines",
      [`${lines} af budgettets linjer har intet beløb.`, `${lines} of the budget's lines have no amount.`],
      ["Skriv amount, når beløbet er kendt.", "Write amount once it is known."],
    ),
  noSteps: (path: string, track: Titled) =>
    finding(
      "track-empty",
      path,
      [`Sporet ${quoted(track).da} har ingen trin.`, `The track ${quoted(track).en} has no steps.`],
      ["Skriv mindst ét trin under steps.", "Write at least one step under steps."],
    ),
};
