// The measurements of a network side by side, by criterion and organisation.
import type { MonitoringJson } from "../../api/client.ts";
import { table } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The comparison as the API gives it. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const monitoring = await (await client()).monitoring(args[0]!);
  return { json: monitoring, text: textOf(monitoring, language) };
}

function textOf({ points, criteria, records, missing }: MonitoringJson, language: Language): string {
  const said = SAID[language];
  if (points.length === 0) return said.none;
  const titleOf = (id: string) => points.find((point) => point.id === id)?.title ?? id;
  const tables = criteria.flatMap(({ id, title, rows }) => [
    `${id}. ${title}`,
    table(
      rows.map(({ organisation, values }) => [`  ${organisation}`, ...values.map((value) => String(value ?? "–"))]),
      [`  ${said.organisation}`, ...points.map((point) => point.title)],
    ),
    "",
  ]);
  const late = records.filter((record) => record.late);
  return [
    ...tables,
    ...late.map(({ organisation, point }) => said.late(organisation, titleOf(point))),
    ...missing.map(({ organisation, point }) => said.missing(organisation, titleOf(point))),
    said.count(records.length, records.length + missing.length),
  ].join("\n");
}

const SAID = {
  da: {
    none: "Programmet måler ikke noget.",
    organisation: "organisation",
    late: (organisation: string, point: string) => `${organisation}: «${point}» blev først lavet efter begyndelsen.`,
    missing: (organisation: string, point: string) => `${organisation}: «${point}» mangler.`,
    count: (some: number, all: number) => `${some} af ${all} målinger er noteret.`,
  },
  en: {
    none: "The programme measures nothing.",
    organisation: "organisation",
    late: (organisation: string, point: string) => `${organisation}: «${point}» was made only after it had begun.`,
    missing: (organisation: string, point: string) => `${organisation}: «${point}» is missing.`,
    count: (some: number, all: number) => `${some} of ${all} measurements are recorded.`,
  },
};
