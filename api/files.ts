// Files beside meetings, homework and ideas: put there by the people of a network, listed, fetched, and removed by who put them there.
import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Json } from "../machines/engine/types.ts";
import type { Book } from "../machines/ledger.ts";
import { fileAdded, fileRemoved } from "../machines/meetings/files.ts";
import { linksOf } from "../machines/meetings/links.ts";
import { sees } from "../machines/meetings/reader.ts";
import { rolesFor } from "../machines/trigger-types.ts";
import { about } from "../machines/triggers/fields.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Programme } from "../programmes/types.ts";
import { addFile, listFiles, readFile, removeFile, type StoredFile } from "../store/files.ts";
import { saveAnswers } from "../store/idempotency.ts";
import { append, bookOf } from "../store/journal.ts";
import { emailsOf } from "../store/people.ts";
import { actorOf, askerOf, claimOf, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { dispositionOf, typeOf } from "./file-types.ts";
import { FileShape, LinkShape, type FileJson, type LinkJson } from "./meeting-shapes.ts";
import { answers, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import type { Claim } from "./once.ts";
import { ApiProblem, Refused } from "./problem.ts";
import { leadsIn, readerOf } from "./reader.ts";

const MAX_NAME = 200;
const ONE = NETWORK_ID.extend({ file: z.string().max(100) });
const NEW = z.object({
  about,
  name: z
    .string()
    .trim()
    .min(1)
    .max(MAX_NAME)
    .regex(/^[^\p{Cc}/\\]+$/u)
    .describe("its name, such as referat.pdf"),
});
const BesideShape = z.object({ files: z.array(FileShape), links: z.array(LinkShape) }).openapi("Beside");
const RemovedShape = z.object({ id: z.string(), removed: z.literal(true) }).openapi("RemovedFile");

/** Whether a request brings a file: its body may be larger than that of others. */
export const isUpload = (c: Context): boolean =>
  c.req.method === "POST" && /^\/api\/networks\/[^/]+\/files$/.test(c.req.path);

/** Registers what adds, lists, fetches and removes files. */
export function addFileRoutes(routes: Routes): void {
  addUpload(routes);
  addListing(routes);
  addContent(routes);
  addRemoval(routes);
}

function addUpload(routes: Routes): void {
  const { app, admit, once } = routes;
  const route = createRoute({
    method: "post",
    path: "/api/networks/{id}/files",
    summary: "Puts a file beside an item or idea: the body is its content",
    request: {
      params: NETWORK_ID,
      query: NEW,
      headers: KEYED,
      body: { content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } } },
    },
    responses: { ...answers(201, FileShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const { about: where, name } = c.req.valid("query");
    const content = new Uint8Array(await c.req.arrayBuffer());
    const claim = claimOf(c, admitted, {
      about: where,
      name,
      hash: createHash("sha256").update(content).digest("hex"),
    });
    const added = await once(claim, admitted, () => kept(routes, admitted, { id, where, name, content, claim }), {
      savedByWork: true,
    });
    const { email } = admitted.principal;
    return c.json({ ...added, ...(email !== undefined && { by: email }) }, 201);
  });
}

type Upload = { id: string; where: string; name: string; content: Uint8Array; claim: Claim };

/** Keeps a file, tells the ledger and keeps the answer, all or nothing. Throws what stands in the way. */
async function kept(
  { parts, plans, submit }: Routes,
  admitted: Admitted,
  { id, where, name, content, claim }: Upload,
): Promise<FileJson> {
  const { store, fileLimits } = parts;
  const type = typeOf(content, name);
  if (type === undefined) throw new ApiProblem("file-type", name);
  await submit.settled(id);
  const { programme } = await plans(id);
  const by = byOf(programme, admitted, { now: parts.now(), key: `${admitted.principal.id}:${claim.key}` });
  const file = { id: parts.newId(), about: where, name, type, size: content.length };
  const stored = { ...file, at: by.at, by: by.by };
  const answer = fileJson(stored, { network: id, zone: programme.zone });
  const decide = (book: Book) => {
    if (!sees(book, readerOf(book, admitted), where)) throw new ApiProblem("not-found", where);
    const done = fileAdded(book, file, by);
    if (!("writing" in done)) throw new Refused(done);
    return done.writing;
  };
  await append(store, id, decide, async (tx) => {
    const hasRoom = await addFile(tx, id, { ...stored, content }, fileLimits.network);
    if (!hasRoom) throw new ApiProblem("files-full", `${fileLimits.network / 1e6} MB`);
    await saveAnswers(tx, [{ ...claim, status: 200, response: answer as Json, createdAt: parts.now() }]);
  });
  return answer;
}

/** Who puts or removes a file, in the role that gives the right, by the network's clock. */
function byOf(programme: Programme, admitted: Admitted, { now, key }: { now: Instant; key: string }) {
  const { clock, now: stands } = admitted.network!;
  const allowed = rolesFor(programme, "addLink");
  const { roles } = askerOf(admitted);
  const role = roles.find((one) => allowed.includes(one)) ?? roles[0] ?? "";
  return { key, at: clock === "real" ? now : stands, by: actorOf(admitted), role };
}

function addListing({ app, parts, admit, submit }: Routes): void {
  const { store } = parts;
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/files",
    summary: "The files and links of a network, or those beside one item or idea",
    request: { params: NETWORK_ID, query: z.object({ about: about.optional() }) },
    responses: { ...answers(200, BesideShape), ...problems(401, 404, 422) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    await submit.settled(id);
    const book = (await bookOf(store, id))!;
    const reader = readerOf(book, admitted);
    const where = c.req.valid("query").about;
    const isSeen = (one: { about: string }) => sees(book, reader, one.about);
    const files = (await listFiles(store, id, where)).filter(isSeen);
    const links = linksOf(book.contributions, where).filter(isSeen);
    const emails = await emailsOf(store, [...new Set([...files, ...links].map(({ by }) => by))]);
    const { zone } = book.plan.programme;
    return c.json(
      {
        files: files.map((file) => fileJson(file, { network: id, zone, emails })),
        links: links.map((link): LinkJson => ({
          ...link,
          by: emails.get(link.by) ?? link.by,
          at: rfc3339(link.at, zone),
        })),
      },
      200,
    );
  });
}

/** A file that whoever asks may see. Throws `not-found` where there is none. */
async function seenFile({ parts, admit, submit }: Routes, c: Context, { id, wanted }: { id: string; wanted: string }) {
  const admitted = await admit(c, id);
  await submit.settled(id);
  const [book, file] = [(await bookOf(parts.store, id))!, await readFile(parts.store, id, wanted)];
  if (!file || !sees(book, readerOf(book, admitted), file.about)) throw new ApiProblem("not-found", wanted);
  return { admitted, book, file };
}

function addContent(routes: Routes): void {
  const route = createRoute({
    method: "get",
    path: "/api/networks/{id}/files/{file}",
    summary: "The content of a file, to keep under its name",
    request: { params: ONE },
    responses: {
      200: {
        description: "done",
        content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      },
      ...problems(401, 404),
    },
  });
  routes.app.openapi(route, async (c) => {
    const { id, file: wanted } = c.req.valid("param");
    const { file } = await seenFile(routes, c, { id, wanted });
    return c.body(new Uint8Array(file.content), 200, {
      "content-type": file.type.startsWith("text/") ? `${file.type}; charset=utf-8` : file.type,
      "content-disposition": dispositionOf(file.name),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    }) as never;
  });
}

function addRemoval(routes: Routes): void {
  const { parts } = routes;
  const route = createRoute({
    method: "delete",
    path: "/api/networks/{id}/files/{file}",
    summary: "Removes a file (who put it there, or who leads)",
    request: { params: ONE },
    responses: { ...answers(200, RemovedShape), ...problems(401, 403, 404) },
  });
  routes.app.openapi(route, async (c) => {
    const { id, file: wanted } = c.req.valid("param");
    const { file, book, admitted } = await seenFile(routes, c, { id, wanted });
    if (!leadsIn(book.plan.programme, admitted) && file.by !== admitted.principal.personId)
      throw new ApiProblem("not-allowed");
    const key = `${admitted.principal.id}:remove:${wanted}`;
    const by = byOf(book.plan.programme, admitted, { now: parts.now(), key });
    await append(
      parts.store,
      id,
      (now) => fileRemoved(now, file, by),
      (tx) => removeFile(tx, id, wanted),
    );
    return c.json({ id: wanted, removed: true as const }, 200);
  });
}

/** A file as it is read. `emails`: of those who put files, by id. */
export function fileJson(
  { id, about: where, name, type, size, by, at }: StoredFile,
  { network, zone, emails }: { network: string; zone: string; emails?: Map<string, string> },
): FileJson {
  return {
    id,
    about: where,
    name,
    type,
    size,
    by: emails?.get(by) ?? by,
    at: rfc3339(at, zone),
    url: `/api/networks/${network}/files/${id}`,
  };
}
