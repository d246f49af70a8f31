// A new edition of a network's programme beside it.
import type { EditionJson, FremdriftClient } from "../../api/client.ts";
import { programmeGiven } from "../given.ts";
import { table } from "../layout.ts";
import type { Given, Output, World } from "../world.ts";

/** `{ programme, own, pieces }`: what is different, piece by piece, with the triggers that adopt each, or why it cannot be. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const edition = await editionGiven(await world.client(), args[0]!, options["programme"], world);
  return { json: edition, text: textOf(edition, world) };
}

/** The network beside the programme of an id or a file, else beside its own as it is shipped now. */
export async function editionGiven(
  client: FremdriftClient,
  id: string,
  programme: string | undefined,
  world: World,
): Promise<EditionJson> {
  if (programme === undefined) return await client.edition(id);
  const { fileOf } = await import("../../programmes/export/json.ts");
  return await client.edition(id, fileOf(await programmeGiven(programme, world)));
}

function textOf({ programme, own, pieces }: EditionJson, { language, words }: World): string {
  const said = SAID[language];
  const head = said.head(`${programme.id} ${programme.version}`, `${own.id} ${own.version}`);
  if (pieces.length === 0) return `${head}\n${said.same}`;
  const rows = pieces.map(({ piece, kind, title = "", fields, triggers, why = "" }) => [
    triggers.length > 0 ? "✓" : "✗",
    piece,
    title,
    said.kinds[kind],
    fields.join(", "),
    [...triggers.map(({ type }) => type), why].filter(Boolean).join("; "),
  ]);
  return [head, "", table(rows, ["", said.piece, words.columns.title, said.kind, said.fields, said.adopt])].join("\n");
}

const SAID = {
  da: {
    head: (edition: string, own: string) => `Udgaven ${edition} ved siden af netværkets (${own})`,
    same: "Der er ingen forskel.",
    piece: "Del",
    kind: "Er",
    fields: "Felter",
    adopt: "Kan tages ind med",
    kinds: { added: "ny", removed: "væk", changed: "ændret" },
  },
  en: {
    head: (edition: string, own: string) => `The edition ${edition} beside the network's (${own})`,
    same: "There is no difference.",
    piece: "Piece",
    kind: "Is",
    fields: "Fields",
    adopt: "Adopted by",
    kinds: { added: "new", removed: "gone", changed: "changed" },
  },
};
