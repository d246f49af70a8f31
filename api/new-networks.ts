// New networks: a real one with its people, or a sample one that plays by itself.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { isDate } from "../programmes/calendar.ts";
import { sampleStartOf } from "../programmes/dates.ts";
import { parsePeople } from "../programmes/people.ts";
import { planOf } from "../programmes/plan.ts";
import { startOfDay } from "../programmes/calendar.ts";
import { lintProgramme } from "../programmes/lint.ts";
import { inLanguage, instead } from "../programmes/problem.ts";
import type { Conflict } from "../programmes/shift-conflicts.ts";
import type { Person, Problem, Programme, Text } from "../programmes/types.ts";
import { readScript } from "../machines/script.ts";
import type { Cue } from "../machines/simulate.ts";
import { actorOf, claimOf, demandAdmin, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { create, type ClockChoice, type NewNetwork } from "./create.ts";
import { demandMaker } from "./makers.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import { ApiProblem, badInput } from "./problem.ts";
import { networkDetail } from "./reads.ts";
import { MAX_SPEED, NetworkDetailShape, NewNetworkShape } from "./shapes.ts";
import { clonedFrom, MadeShape, NewCloneShape, type MadeJson } from "./clones.ts";
import { languageOf, type Language } from "./words.ts";

/** A network on the real clock may begin at most so many days back. */
const DAYS_BACK = 90;
const DAY = 86_400_000;
const SAMPLE_SPEED = 1;

const NewDemoShape = z.strictObject({
  programme: z.string().max(100).optional(),
  weeksPerSecond: z.number().positive().max(MAX_SPEED).optional(),
});

export function addNewNetworkRoutes({ app, parts, admit, once, submit }: Routes): void {
  const { library } = parts;
  /** Makes, once, what `read` finds in the request of who `demand` lets through. */
  const made = async <Body>(
    c: Context,
    body: Body,
    read: (body: Body, language: Language) => Promise<Wanted>,
    demand: (admitted: Admitted) => void | Promise<void>,
  ): Promise<MadeJson> => {
    const admitted = await admit(c);
    await demand(admitted);
    const claim = claimOf(c, admitted, body);
    const language = languageOf(c.req.header("accept-language"));
    return await once(claim, admitted, async () => {
      const { conflicts, ...wanted } = await read(body, language);
      const by = { by: actorOf(admitted), key: `${claim.scope}:${claim.key}` };
      const created = await create(parts, { ...wanted, ...by });
      const detail = await networkDetail(parts.store, created, created.now, language);
      return { ...detail, ...(conflicts && { conflicts }) };
    });
  };

  const demandStart = (start: string, programme: Programme, clock: ClockChoice, language: Language) => {
    const wrong = startProblem(start, programme, clock, parts.now());
    if (wrong) throw badInput([{ path: "start", message: wrong[language] }]);
  };
  const wantedClone = async (body: z.output<typeof NewCloneShape>, language: Language): Promise<Wanted> => {
    await submit.settled(body.from);
    const { plan, people: taken, conflicts } = await clonedFrom(parts.store, body, language);
    const { programme, start } = plan;
    const clock = clockOf(body.clock);
    demandStart(start, programme, clock, language);
    const people = body.withPeople ? taken : peopleFrom(body.people ?? "", programme, language);
    const { title } = body;
    return { ...clock, programme, start, plan, people, conflicts, ...(title !== undefined && { title }) };
  };

  /** Throws `bad-input` with all that is wrong with the file, by line. */
  const programmeIn = async (file: string, language: Language): Promise<Programme> => {
    const read = await library.read(file, language);
    const found = "problems" in read ? read.problems : inLanguage(lintProgramme(read.programme).errors, language);
    if ("programme" in read && found.length === 0) return read.programme;
    throw badInput(
      found.map((one) => ({ ...one, path: one.line === undefined ? `file: ${one.path}` : `file:${one.line}` })),
    );
  };

  const network = createRoute({
    method: "post",
    path: "/api/networks",
    summary: "A new network, from a programme or an earlier network (secretariat, administrators)",
    request: { headers: KEYED, body: json(z.union([NewNetworkShape, NewCloneShape])) },
    responses: { ...answers(201, MadeShape), ...problems(400, 401, 403, 409, 413, 422, 503) },
  });
  app.openapi(network, async (c) => {
    const answer = await made(
      c,
      c.req.valid("json"),
      async (body, language) => {
        if ("from" in body) return await wantedClone(body, language);
        const programme =
          body.file === undefined
            ? programmeOf(await library.list(), body.programme ?? "", language)
            : await programmeIn(body.file, language);
        const { start, title } = body;
        const clock = clockOf(body.clock);
        demandStart(start, programme, clock, language);
        const people = peopleFrom(body.people ?? "", programme, language);
        const cues = body.script === undefined ? [] : cuesFrom(body.script, { programme, start, people, language });
        return { ...clock, programme, start, people, cues, ...(title !== undefined && { title }) };
      },
      (admitted) => demandMaker(parts.store, admitted),
    );
    return c.json(answer, 201);
  });

  const demo = createRoute({
    method: "post",
    path: "/api/demos",
    summary: "A sample network that plays by itself (administrators)",
    request: { headers: KEYED, body: json(NewDemoShape) },
    responses: { ...answers(201, NetworkDetailShape), ...problems(400, 401, 403, 404, 409, 422, 503) },
  });
  app.openapi(demo, async (c) => {
    const answer = await made(
      c,
      c.req.valid("json"),
      async ({ programme: id, weeksPerSecond }, language) => {
        const all = await library.list();
        const sample = await library.firstSample(id === undefined ? all : [programmeOf(all, id, language)]);
        if (!sample) throw new ApiProblem("not-found", ["demo", id].join(" ").trim());
        const { programme } = sample;
        const people = peopleFrom(sample.people, programme, language);
        const start = sampleStartOf(programme);
        const cues = cuesFrom(JSON.parse(sample.script), { programme, start, people, language });
        const clock = { clock: "scaled" as const, weeksPerSecond: weeksPerSecond ?? SAMPLE_SPEED };
        return { ...clock, programme, start, people, cues };
      },
      demandAdmin,
    );
    return c.json(answer, 201);
  });
}

/** What a request asks for, without who asks: `NewNetwork` is a union, of which Omit would leave the common part only. */
type Wanted = ClockChoice & Omit<NewNetwork, "by" | "key" | keyof ClockChoice> & { conflicts?: Conflict[] };

/** The programme of that id. Throws `bad-input`, with the id that may be meant. */
export function programmeOf(all: Programme[], id: string, language: Language): Programme {
  const programme = all.find((known) => known.id === id);
  if (programme) return programme;
  const hint = instead(
    id,
    all.map((known) => known.id),
  );
  throw badInput([{ path: "programme", message: `${SAID.noProgramme(id)[language]} ${hint[language]}` }]);
}

function clockOf(text: string): ClockChoice {
  if (text === "real" || text === "stepped") return { clock: text };
  return { clock: "scaled", weeksPerSecond: Number(text.slice("scaled:".length)) };
}

/** What is said of a start that cannot be; undefined where it can. */
export function startProblem(
  start: string,
  { zone }: Programme,
  { clock }: Pick<ClockChoice, "clock">,
  now: number,
): Text | undefined {
  if (!isDate(start)) return SAID.noDate(start);
  const tooEarly = clock === "real" && startOfDay(start, zone) < now - DAYS_BACK * DAY;
  return tooEarly ? SAID.tooEarly(start) : undefined;
}

const SAID = {
  noProgramme: (id: string): Text => ({
    da: `Der er intet program, der hedder «${id}».`,
    en: `There is no programme called «${id}».`,
  }),
  noDate: (start: string): Text => ({
    da: `«${start}» er ingen dato. Skriv den som 2027-02-01.`,
    en: `«${start}» is no date. Write it as 2027-02-01.`,
  }),
  tooEarly: (start: string): Text => ({
    da: `«${start}» ligger mere end ${DAYS_BACK} dage tilbage. Vælg en senere dato, eller prøv forløbet med uret stepped.`,
    en: `«${start}» lies more than ${DAYS_BACK} days back. Choose a later date, or try the course on the clock stepped.`,
  }),
};

function peopleFrom(csv: string, programme: Programme, language: Language): Person[] {
  const read = parsePeople(csv, programme.roles, { language });
  if ("problems" in read) throw badInput(read.problems.map(atLine));
  return read.people;
}

function cuesFrom(
  script: unknown,
  { programme, start, people, language }: { programme: Programme; start: string; people: Person[]; language: Language },
): Cue[] {
  const read = readScript(script, planOf(programme, start), people, language);
  if ("problems" in read) throw badInput(read.problems.map(atLine));
  return read.cues;
}

const atLine = ({ path, message, hint, line }: Problem) => ({
  path: line === undefined ? path : `people:${line}`,
  message: `${message} ${hint}`,
});
