// The house in one process for the tests of one file: the API without a port, a store in a folder, a real Temporal, a worker.
import { randomUUID } from "node:crypto";
import { Client } from "@temporalio/client";
import type { DataConverter } from "@temporalio/common";
import { afterAll, beforeAll } from "vitest";
import { createActivities } from "../../activities/create.ts";
import { createApi, type Api } from "../../api/app.ts";
import type { Parts } from "../../api/parts.ts";
import type { AgendaJson, EntryJson, NetworkDetailJson, ProblemJson } from "../../api/shapes.ts";
import { answerTokens } from "../../library/answer-token.ts";
import { keyFrom } from "../../library/payload-keys.ts";
import { firstSample, listProgrammes, readProgramme, samplePeople } from "../../library/programmes.ts";
import type { MailModel } from "../../machines/ledger.ts";
import type { Note } from "../../machines/note.ts";
import { render } from "../../mail/render.ts";
import type { Programme } from "../../programmes/types.ts";
import type { Store } from "../../store/open.ts";
import { createToken } from "../../store/tokens.ts";
import { workflowBundle } from "../../worker/bundle.ts";
import { dataConverterOf } from "../../worker/data-converter.ts";
import { tokenFrom } from "../../worker/keys.ts";
import { quietTemporal, startWorker } from "../../worker/temporal-worker.ts";
import { openPlace, type Reached } from "./place.ts";

export type Answer<T> = { status: number; headers: Headers; body: T };

export type Asked = {
  /** The token; nobody's where it is null, the administrator's where it is left out. */
  as?: string | null;
  body?: unknown;
  /** Idempotency key: a new one for each POST where it is left out. */
  key?: string;
  lang?: "da" | "en";
  headers?: Record<string, string>;
};

export type TestHouse = {
  store: Store;
  parts: Parts;
  /** Letters outside any network, in the order they were sent. */
  notes: Note[];
  /** The administrator's token. */
  admin: string;
  /** Asks the API as it stands now. Every error has to be a problem as RFC 9457 says: anything else throws. */
  ask<T = ProblemJson>(method: string, path: string, asked?: Asked): Promise<Answer<T>>;
  /** Another API object on the same store, as after a restart: nothing in memory survives. */
  restartApi(): void;
  /** Another worker in place of the one there is, as after a deployment: with other workflow code or activities, if given. */
  changeWorker(change?: Partial<Deployed>): Promise<void>;
  api(): Api;
  /** A network on the stepped clock (where no other is asked for), with the programme's sample people. */
  network(wanted?: Wanted): Promise<TestNetwork>;
};

type Deployed = Pick<Parameters<typeof startWorker>[0], "activities" | "workflowBundle" | "dataConverter">;

export type Wanted = { programme?: string; start?: string; people?: string; clock?: string };

export type TestNetwork = {
  id: string;
  /** A real token of the person with this address, or of the first person in a role. */
  tokenOf(roleOrEmail: string): Promise<string>;
  trigger<T = Partial<Triggered & ProblemJson>>(
    by: string,
    type: string,
    data?: object,
    asked?: Asked,
  ): Promise<Answer<T>>;
  /** A trigger that has to be taken. */
  do(by: string, type: string, data?: object): Promise<Triggered>;
  /** Moves time; comes back with what happened. */
  step(until: string): Promise<EntryJson[]>;
  ledger(): Promise<EntryJson[]>;
  /** Addresses in alphabetical order. */
  agenda(): Promise<AgendaJson[]>;
  show(): Promise<NetworkDetailJson>;
  emails(role: string): string[];
  /** What stands in the outbox, in the order it was written. */
  mails(): Promise<{ to: string; model: MailModel }[]>;
};

type Triggered = { entries: EntryJson[]; state: NetworkDetailJson["state"] };

export const START = "2027-02-01";
/** The installation's. */
export const SECRET = "a secret of tests";

/** A house that is there for every test of the file. `programmes`: in the library before the shipped ones. */
export function useHouse(
  options: {
    programmes?: (shipped: Programme[]) => Programme[];
    temporal?: () => Promise<Reached>;
    answerWithin?: number;
    /** How what passes through Temporal is written: encrypted, where nothing is said. */
    dataConverter?: DataConverter;
  } = {},
): TestHouse {
  const house = {} as TestHouse;
  let end: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const { close, ...opened } = await open(options);
    end = close;
    Object.assign(house, opened);
  });
  // Registered after the one that ends Temporal, so it runs before: a worker without its server waits for it in vain.
  afterAll(() => end?.());
  return house;
}

async function open({
  programmes = () => [],
  temporal,
  answerWithin = 20_000,
  dataConverter = dataConverterOf([keyFrom(SECRET)]),
}: Parameters<typeof useHouse>[0] & {}) {
  quietTemporal(() => {});
  const [place, bundle] = await Promise.all([
    openPlace(temporal),
    workflowBundle((line) => process.stderr.write(`${line}\n`)),
  ]);
  const { stores, taskQueue } = place;
  const { client: reached, address } = place.temporal;
  const client = new Client({ connection: reached.connection, dataConverter });
  const [store] = stores;
  const usual = { address, namespace: "default", taskQueue, workflowBundle: bundle, dataConverter };
  const startWorkers = async (change: Partial<Deployed> = {}) =>
    await Promise.all(
      stores.map((one) =>
        startWorker({ ...usual, activities: createActivities({ store: one, mailed: () => {} }), ...change }),
      ),
    );
  let workers = await startWorkers();
  const shipped = await listProgrammes();
  const library = [...programmes(shipped), ...shipped];
  const parts: Parts = {
    store,
    temporal: client,
    taskQueue,
    answerWithin,
    library: { list: () => Promise.resolve(library), read: readProgramme, firstSample },
    now: () => Date.now(),
    newId: () => randomUUID().slice(-12),
    newToken: (purpose) => tokenFrom(SECRET, purpose),
    letter: (model, language) =>
      render(model, { name: "", email: "", language }, { base: "https://fremdrift.invalid" }),
    answerTokens: answerTokens(SECRET),
    base: () => "https://fremdrift.invalid",
    post: async (note) => void notes.push(note),
    checks: () => Promise.resolve([{ name: "test", ok: true, detail: "", hint: { da: "", en: "" } }]),
    fileLimits: { one: 2_000_000, network: 3_000_000 },
    log: (line) => process.stderr.write(`${line}\n`),
  };
  const admin = `fd_${randomUUID()}`;
  await createToken(store, { token: admin, label: "administrator", admin: true, createdAt: parts.now() });

  const notes: Note[] = [];
  // What a test changes in the parts holds for all of them.
  const partsOn = (one: Store): Parts => Object.assign(Object.create(parts) as Parts, { store: one });
  const createApis = () => stores.map((one) => createApi(one === store ? parts : partsOn(one)));
  let apis = createApis();
  let turn = 0;
  const api = () => apis[turn++ % apis.length]!;
  const ask: TestHouse["ask"] = (method, where, asked) => askApi(api(), admin, method, where, asked);
  return {
    store,
    parts,
    admin,
    notes,
    ask,
    api,
    restartApi: () => {
      apis = createApis();
    },
    changeWorker: async (change?: Partial<Deployed>) => {
      await Promise.all(workers.map((worker) => worker.stop()));
      workers = await startWorkers(change);
    },
    network: (wanted?: Wanted) => createNetwork(store, ask, wanted),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await place.close();
    },
  };
}

async function askApi<T>(
  api: Api,
  admin: string,
  method: string,
  where: string,
  asked: Asked = {},
): Promise<Answer<T>> {
  const { as = admin, body, key = randomUUID(), lang, headers = {} } = asked;
  const response = await api.app.request(where, {
    method,
    headers: {
      ...(as !== null && { authorization: `Bearer ${as}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(method === "POST" && { "idempotency-key": key }),
      ...(lang && { "accept-language": lang }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: read(response, text) as T };
}

function read(response: Response, text: string): unknown {
  const type = response.headers.get("content-type") ?? "";
  const body: unknown = JSON.parse(text || "null");
  if (response.ok) return body;
  const { status, title, detail, code } = body as ProblemJson;
  const whole = type === "application/problem+json" && status === response.status && title && detail && code;
  if (!whole && !type.startsWith("application/json")) throw new Error(`no problem: ${response.status} ${type} ${text}`);
  if (!whole) throw new Error(`no problem: ${response.status} ${text}`);
  return body;
}

async function createNetwork(store: Store, ask: TestHouse["ask"], wanted: Wanted = {}): Promise<TestNetwork> {
  const { programme = "innovationsnetvaerk", start = START, clock = "stepped" } = wanted;
  const people = wanted.people ?? (await samplePeople(programme)) ?? (await samplePeople("innovationsnetvaerk"));
  const made = await ask<NetworkDetailJson>("POST", "/api/networks", { body: { programme, start, clock, people } });
  if (made.status !== 201) throw new Error(`no network: ${JSON.stringify(made.body)}`);
  const { id } = made.body;
  const members = made.body.people;
  const url = `/api/networks/${id}`;
  const get = async <T>(what: string) => (await ask<T>("GET", `${url}${what}`)).body;
  const emailOf = (who: string) => members.find(({ email, roles }) => email === who || roles.includes(who))?.email;

  const tokens = new Map<string, Promise<string>>();
  const newToken = async (person: string) =>
    (await ask<{ token: string }>("POST", `${url}/tokens`, { body: { person } })).body.token;
  const tokenOf = (who: string) => {
    const email = emailOf(who) ?? who;
    const token = tokens.get(email) ?? newToken(email);
    tokens.set(email, token);
    return token;
  };
  const trigger = async <T>(by: string, type: string, data: object = {}, asked: Asked = {}) => {
    const as = by === "administrator" ? undefined : await tokenOf(by);
    return await ask<T>("POST", `${url}/triggers`, { ...(as && { as }), body: { type, data }, ...asked });
  };
  return {
    id,
    tokenOf,
    trigger,
    do: async (by, type, data) => taken(type, await trigger<Triggered>(by, type, data)),
    step: async (until) => taken("step", await ask<Triggered>("POST", `${url}/steps`, { body: { until } })).entries,
    ledger: () => get<EntryJson[]>("/ledger"),
    agenda: async () => (await get<AgendaJson[]>("/agenda")).map((due) => ({ ...due, to: due.to.toSorted() })),
    show: () => get<NetworkDetailJson>(""),
    mails: () => mailsOf(store, id),
    emails: (role) => members.filter(({ roles }) => roles.includes(role)).map(({ email }) => email),
  };
}

async function mailsOf(store: Store, network: string): Promise<{ to: string; model: MailModel }[]> {
  const rows = await store.db
    .selectFrom("outbox as o")
    .innerJoin("person as p", "p.id", "o.person_id")
    .where("o.network_id", "=", network)
    .orderBy("o.seq")
    .orderBy("p.email")
    .select(["p.email as to", "o.model"])
    .execute();
  return rows.map(({ to, model }) => ({ to: String(to), model }));
}

function taken<T>(what: string, { status, body }: Answer<T>): T {
  if (status !== 200) throw new Error(`${what} was not taken: ${JSON.stringify(body)}`);
  return body;
}
