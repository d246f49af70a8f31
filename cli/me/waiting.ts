// What waits for whoever the token is of, the most urgent first, and the meetings that come.
import type { ComingJson, WaitingJson, WaitingListJson } from "../../api/client.ts";
import { moment } from "../layout.ts";
import type { Language, Output, World } from "../world.ts";

/** The list as the API gives it. */
export async function run({ client, language }: World): Promise<Output> {
  const list = await (await client()).waiting();
  return { json: list, text: textOf(list, language) };
}

function textOf({ waiting, upcoming, next }: WaitingListJson, language: Language): string {
  const said = SAID[language];
  const groups = (["overdue", "week", "later"] as const).flatMap((group) => {
    const own = waiting.filter((one) => one.group === group).map((one) => lineOf(one, language));
    return own.length > 0 ? [`${said[group]}\n${own.join("\n")}`] : [];
  });
  const coming = upcoming.map((one) => comingLine(one, language));
  const first = next && upcoming.length === 0 ? [`${said.next}\n${comingLine(next, language)}`] : [];
  const meetings = coming.length > 0 ? [`${said.upcoming}\n${coming.join("\n")}`] : first;
  return [...(groups.length > 0 ? groups : [said.nothing]), ...meetings].join("\n\n");
}

function lineOf(
  { says, title, network, due, missing = [], onBehalfOf, actions }: WaitingJson,
  language: Language,
): string {
  const { by, lacks, forWhom } = SAID[language];
  const until = due === null ? "" : ` (${by} ${moment(due, language)})`;
  const whose = onBehalfOf ? `, ${forWhom} ${onBehalfOf.name}` : "";
  const needs = missing.map(({ title: what, have, need }) => `\n      ${lacks} ${what}: ${have}/${need}`).join("");
  const [press] = actions.filter((action) => action.needs === undefined);
  const how = press
    ? `\n      npx fremdrift network trigger ${network.id} ${press.trigger} --data '${JSON.stringify(press.data)}'`
    : "";
  return `  ${says}: ${title}, ${network.title}${whose}${until}${needs}${how}`;
}

const comingLine = ({ title, at, place, network, answer }: ComingJson, language: Language): string =>
  `  ${moment(at, language)}: ${[title, place, network.title].filter((one) => one !== undefined).join(", ")}${
    answer === undefined ? "" : ` (${SAID[language].answers[answer] ?? answer})`
  }`;

const SAID = {
  da: {
    overdue: "Forfaldent",
    week: "Denne uge",
    later: "Senere",
    upcoming: "Dine næste møder",
    next: "Det næste, der kommer",
    nothing: "Intet venter på dig.",
    by: "senest",
    lacks: "mangler",
    forWhom: "på vegne af",
    answers: { accepted: "du kommer", tentative: "måske", declined: "du kommer ikke" } as Record<string, string>,
  },
  en: {
    overdue: "Overdue",
    week: "This week",
    later: "Later",
    upcoming: "Your next meetings",
    next: "What comes next",
    nothing: "Nothing waits for you.",
    by: "by",
    lacks: "missing",
    forWhom: "on behalf of",
    answers: { accepted: "you are coming", tentative: "maybe", declined: "you are not coming" } as Record<
      string,
      string
    >,
  },
};
