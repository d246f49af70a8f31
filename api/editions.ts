// Another edition of a network's programme beside it: what is different, and what of it can be adopted.
import { createRoute, z } from "@hono/zod-openapi";
import { piecesOf, type Piece } from "../machines/adopt.ts";
import { parseProgramme } from "../programmes/parse.ts";
import type { Programme } from "../programmes/types.ts";
import { getNetwork, type Network } from "../store/networks.ts";
import type { Routes } from "./app.ts";
import { answers, json, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem, badInput } from "./problem.ts";
import { languageOf, type Language } from "./words.ts";

const PieceShape = z
  .object({
    piece: z.string().describe("items.m3, phases.design, title …"),
    kind: z.enum(["added", "removed", "changed"]),
    title: z.string().optional().describe("of a phase, item or track"),
    fields: z.array(z.string()).describe("which fields of it have changed"),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    triggers: z
      .array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }))
      .describe("what to ask of the network to adopt it, in order; none where it cannot be adopted"),
    why: z.string().optional().describe("why it, or a part of it, cannot be adopted"),
  })
  .openapi("Piece");

const EditionShape = z
  .object({
    programme: z.object({ id: z.string(), version: z.number() }),
    own: z.object({ id: z.string(), version: z.number() }).describe("what the network was made from"),
    pieces: z.array(PieceShape),
  })
  .openapi("Edition");
export type EditionJson = z.infer<typeof EditionShape>;

const OtherEditionShape = z
  .strictObject({ programme: z.record(z.string(), z.unknown()).describe("a programme file as JSON") })
  .openapi("OtherEdition");

/** Registers `GET` and `POST /api/networks/{id}/edition`. Nothing happens to the network. */
export function addEditionRoutes({ app, parts, admit, submit }: Routes): void {
  const read = async (id: string) => {
    await submit.settled(id);
    return (await getNetwork(parts.store, id)) as Network;
  };

  const shipped = createRoute({
    method: "get",
    path: "/api/networks/{id}/edition",
    summary: "The network beside its programme as it is shipped now",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, EditionShape), ...problems(401, 404) },
  });
  app.openapi(shipped, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    const network = await read(id);
    const edition = (await parts.library.list()).find((one) => one.id === network.plan.programme.id);
    if (!edition) throw new ApiProblem("not-found", network.plan.programme.id);
    return c.json(editionJson(network, edition, languageOf(c.req.header("accept-language"))), 200);
  });

  const other = createRoute({
    method: "post",
    path: "/api/networks/{id}/edition",
    summary: "The network beside another edition of its programme; nothing happens",
    request: { params: NETWORK_ID, body: json(OtherEditionShape) },
    responses: { ...answers(200, EditionShape), ...problems(400, 401, 404, 413, 422) },
  });
  app.openapi(other, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    const language = languageOf(c.req.header("accept-language"));
    const edition = programmeFrom(c.req.valid("json").programme, language);
    return c.json(editionJson(await read(id), edition, language), 200);
  });
}

/** The programme of a file's value. Throws `bad-input` with everything that is wrong with it. */
function programmeFrom(file: object, language: Language): Programme {
  const parsed = parseProgramme(JSON.stringify(file), {}, language);
  if ("programme" in parsed) return parsed.programme;
  throw badInput(
    parsed.problems.map(({ path, message, hint }) => ({
      path: path === "" ? "programme" : `programme.${path}`,
      message: `${message} ${hint}`,
    })),
  );
}

function editionJson({ plan, view }: Network, edition: Programme, language: Language): EditionJson {
  const named = ({ id, version }: Programme) => ({ id, version });
  const pieces = piecesOf(plan, view, edition).map((piece) => pieceJson(piece, language));
  return { programme: named(edition), own: named(plan.programme), pieces };
}

function pieceJson({ title, why, ...same }: Piece, language: Language): EditionJson["pieces"][number] {
  return { ...same, ...(title && { title: title[language] }), ...(why && { why: why[language] }) };
}
