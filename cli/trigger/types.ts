import { z } from "zod";
import { firstSample, listProgrammes } from "../../library/programmes.ts";
import { SHAPES } from "../../machines/trigger-shapes.ts";
import { rolesFor, TRIGGERS, type TriggerName } from "../../machines/trigger-types.ts";
import type { Programme } from "../../programmes/types.ts";
import { programmeGiven } from "../given.ts";
import { table } from "../layout.ts";
import type { Given, Output, World } from "../world.ts";

/** `[{ type, by, roles, data }]`: who may use each in the programme, and its data as JSON Schema. */
export async function run(world: World, { options }: Given): Promise<Output> {
  const { words } = world;
  const given = options["programme"];
  const programme = given === undefined ? await sampled() : await programmeGiven(given, world);
  const names = Object.keys(TRIGGERS) as TriggerName[];
  const list = names.map((type) => ({
    type,
    by: TRIGGERS[type].by,
    roles: rolesFor(programme, type),
    data: z.toJSONSchema(SHAPES[type], { io: "input" }),
  }));
  const everyone = programme.roles.length;
  const rows = list.map(({ type, roles, data }) => [
    type,
    fieldsOf(data),
    roles.length >= everyone ? words.everyone : roles.join(", "),
  ]);
  const { type, data, who } = words.columns;
  return { json: list, text: table(rows, [type, data, who]) };
}

/** The programme that the demo plays, else the first there is. */
async function sampled(): Promise<Programme> {
  const all = await listProgrammes();
  return (await firstSample(all))?.programme ?? all[0]!;
}

type Schema = { properties?: object; required?: string[]; oneOf?: Schema[]; anyOf?: Schema[] };

const formsOf = ({ oneOf, anyOf = oneOf, ...one }: Schema): Schema[] => anyOf?.flatMap(formsOf) ?? [one];

/** `item, start, end?, place?`; what only some of several forms need is not always there. */
function fieldsOf(schema: unknown): string {
  const forms = formsOf(schema as Schema);
  const fields = new Set(forms.flatMap(({ properties = {} }) => Object.keys(properties)));
  const always = (field: string) => forms.every(({ required = [] }) => required.includes(field));
  return [...fields].map((field) => (always(field) ? field : `${field}?`)).join(", ");
}
