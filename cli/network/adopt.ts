// Pieces of a new edition taken into a network: each is what triggers do, and the ledger says why.
import { randomUUID } from "node:crypto";
import type { EditionJson, EntryJson, FremdriftClient, PreviewJson } from "../../api/client.ts";
import { Failure } from "../failure.ts";
import { repeatable } from "../repeat.ts";
import type { Given, Language, Output, World } from "../world.ts";
import { editionGiven } from "./compare.ts";
import { toldOf } from "./told.ts";
import { previewed } from "./trigger.ts";

/** `{ adopted: [{ piece, type, key, entries }] }`; with `--preview` `{ previews: [{ piece, type, entries, told, gone, coming }] }`. */
export async function run(world: World, { args, options }: Given): Promise<Output> {
  const [id = "", ...names] = args;
  const client = await world.client();
  const edition = await editionGiven(client, id, options["programme"], world);
  const { withReason } = await import("../../machines/adopt-time.ts");
  const reason = options["reason"] ?? SAID[world.language].reason(edition.programme);
  const all = chosen(edition, names, world.language).flatMap(({ piece, triggers }) =>
    withReason(triggers, reason).map(({ type, data }, index): Asking => ({ piece, type, data, nth: index + 1 })),
  );
  if (options["preview"] !== undefined) return await previews(client, id, all, world);
  const base = options["key"] ?? randomUUID();
  const adopted: { piece: string; type: string; key: string; entries: EntryJson[] }[] = [];
  for (const one of all) {
    // The same piece asked again with the same key is the same change.
    const ask = () => client.trigger(id, one.type, one.data, `${base}:${one.piece}:${one.nth}`);
    const { key, entries } = await repeatable(base, world.words, ask);
    adopted.push({ piece: one.piece, type: one.type, key, entries });
    world.say(SAID[world.language].done(one.piece, one.type));
  }
  const text = () =>
    toldOf(
      client,
      id,
      adopted.flatMap(({ entries }) => entries),
      world.language,
    );
  return { json: { adopted }, text: async () => (await text()).join("\n") };
}

type Asking = { piece: string; type: string; data: Record<string, unknown>; nth: number };

/** The pieces that were named. Throws a Failure where one of them is not different, or cannot be adopted. */
function chosen({ pieces }: EditionJson, names: string[], language: Language): EditionJson["pieces"] {
  const said = SAID[language];
  return [...new Set(names)].map((name) => {
    const found = pieces.find(({ piece }) => piece === name);
    if (!found)
      throw new Failure(
        "no-piece",
        said.noPiece(
          name,
          pieces.map(({ piece }) => piece),
        ),
      );
    if (found.triggers.length === 0) throw new Failure("not-adoptable", said.notAdoptable(name, found.why ?? ""));
    return found;
  });
}

async function previews(client: FremdriftClient, id: string, all: Asking[], world: World): Promise<Output> {
  const shown: ({ piece: string; type: string } & PreviewJson)[] = [];
  const texts: string[] = [];
  for (const { piece, type, data } of all) {
    const { json, text } = await previewed(client, id, await client.preview(id, type, data), world);
    shown.push({ piece, type, ...json });
    texts.push(`${piece} (${type})\n${text}`);
  }
  return { json: { previews: shown }, text: texts.join("\n\n") };
}

const SAID = {
  da: {
    reason: ({ id, version }: EditionJson["programme"]) => `Udgave ${version} af programmet ${id}`,
    done: (piece: string, type: string) => `✓ ${piece} (${type})`,
    noPiece: (piece: string, known: string[]) => ({
      detail: `«${piece}» er ikke anderledes i udgaven.`,
      hint: known.length > 0 ? `Det er: ${known.join(", ")}.` : "Netværket er som udgaven.",
    }),
    notAdoptable: (piece: string, why: string) => ({
      detail: `«${piece}» kan ikke tages ind. ${why}`,
      hint: "Udelad den; intet er ændret.",
    }),
  },
  en: {
    reason: ({ id, version }: EditionJson["programme"]) => `Edition ${version} of the programme ${id}`,
    done: (piece: string, type: string) => `✓ ${piece} (${type})`,
    noPiece: (piece: string, known: string[]) => ({
      detail: `«${piece}» is not different in the edition.`,
      hint: known.length > 0 ? `These are: ${known.join(", ")}.` : "The network is as the edition.",
    }),
    notAdoptable: (piece: string, why: string) => ({
      detail: `«${piece}» cannot be adopted. ${why}`,
      hint: "Leave it out; nothing is changed.",
    }),
  },
};
