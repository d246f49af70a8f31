// Working time of a network: planned beside recorded, by phase and, for who may see it, by person.
import type { EffortJson } from "../../api/client.ts";
import { numberText } from "../../programmes/export/report/numbers.ts";
import { table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The hours as the API gives them, in days. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const effort = await (await client()).effort(args[0]!);
  return { json: effort, text: textOf(effort, language) };
}

function textOf({ phases, people, planned, recorded, ideas, agreed }: EffortJson, language: Language): string {
  const said = SAID[language];
  const days = (number: number) => numberText(number, language);
  const rows = [
    ...phases.map((phase) => [phase.title ?? said.noPhase, days(phase.planned), days(phase.recorded)]),
    [said.total, days(planned), days(recorded)],
  ];
  return [
    table(rows, [said.phase, said.planned, said.recorded]),
    said.counted(ideas),
    agreed ? said.agreed(days(agreed.days), agreed.at.slice(0, 10)) : said.notAgreed,
    ...(people.length === 0
      ? []
      : [
          "",
          table(
            people.map((one) => [one.person, days(one.recorded)]),
            [said.person, said.recorded],
          ),
        ]),
  ].join("\n");
}

const SAID = {
  da: {
    phase: "fase",
    planned: "planlagt, dage",
    recorded: "noteret, dage",
    person: "person",
    noPhase: "uden fase",
    total: "i alt",
    counted: (ideas: number) => `Regnet med idéer i test: ${ideas}.`,
    agreed: (days: string, day: string) => `Aftalt for netværkslederen ${day}: ${days} dage.`,
    notAgreed: "Der er ikke aftalt nogen tid for netværkslederen.",
  },
  en: {
    phase: "phase",
    planned: "planned, days",
    recorded: "recorded, days",
    person: "person",
    noPhase: "no phase",
    total: "in all",
    counted: (ideas: number) => `Counted with ideas in test: ${ideas}.`,
    agreed: (days: string, day: string) => `Agreed for the network lead ${day}: ${days} days.`,
    notAgreed: "No time is agreed for the network lead.",
  },
};
