// What Temporal's database holds of people: nothing that can be read, and after an erasure nothing that ever can.
import { Client } from "@temporalio/client";
import { decode } from "@temporalio/common/lib/internal-non-workflow/index.js";
import { defaultPayloadConverter, type Payload } from "@temporalio/common";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { keyFrom } from "../../library/payload-keys.ts";
import { sampleScript } from "../../library/programmes.ts";
import type { TriggerName } from "../../machines/trigger-types.ts";
import { openTexts } from "../../store/sealed.ts";
import { dataConverterOf } from "../../worker/data-converter.ts";
import { UPDATE, workflowIdOf } from "../../workflows/messages.ts";
import { SECRET, START, useHouse, type TestHouse, type TestNetwork } from "../support/house.ts";
import { startFileServer, type FileServer } from "../support/temporal-file.ts";
import { textFields, withTexts } from "../support/texts.ts";
import { atRest, engineOf } from "./standing-still.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const PROGRAMME = "innovationsnetvaerk";
const LEAD = "networkLead";

let server: FileServer;
beforeAll(async () => {
  server = await startFileServer();
});
afterAll(() => server.close());
const reached = () => vi.waitFor(() => server ?? Promise.reject(new Error("not yet")), { timeout: 60_000 });

type Line = { at: string; by: string; trigger: TriggerName; data?: object };

/** Words of our own for every text of the sample's script: the same for the same, and those that name something of the plan as they are. */
function marking() {
  const marks = new Map<string, string>();
  const mark = (text: string) => {
    if (/^[a-z]{1,2}\d+$|@/.test(text)) return text;
    const known = marks.get(text) ?? `zqxmark${String(marks.size + 1000)} æøå`;
    marks.set(text, known);
    return known;
  };
  return { mark, words: () => [...marks.values()].map((words) => words.split(" ")[0]!) };
}

async function play(network: TestNetwork, mark: (text: string) => string): Promise<void> {
  const script = JSON.parse((await sampleScript(PROGRAMME))!) as Line[];
  for (const { at, by, trigger, data = {} } of script.toSorted((a, b) => a.at.localeCompare(b.at))) {
    await network.step(at);
    await network.do(by, trigger, withTexts(data, textFields(trigger), mark) as object);
  }
}

/** What the sample's script has no line for. */
async function changePlan(network: TestNetwork, said: (what: string) => string): Promise<void> {
  const reason = () => said("reason");
  await network.do(LEAD, "addItem", {
    id: "ekstra",
    kind: "meeting",
    title: said("title"),
    start: "2028-09-05T09:00",
    place: said("place"),
    reason: reason(),
  });
  await network.do(LEAD, "renameItem", { item: "ekstra", title: { da: said("da"), en: said("en") }, reason: reason() });
  await network.do(LEAD, "moveItem", {
    item: "ekstra",
    start: "2028-09-06T09:00",
    place: said("place"),
    reason: reason(),
  });
  await network.do(LEAD, "cancelItem", { item: "ekstra", reason: reason() });
  await network.do(LEAD, "setReminder", { rule: "meeting-14", off: true, reason: reason() });
}

describe("a network that is played from its start to its end", () => {
  const house = useHouse({ temporal: reached });

  test("leaves no name, no address and no word of anybody in Temporal's database", async () => {
    const network = await house.network({ programme: PROGRAMME, start: START });
    const people = (await network.show()).people.flatMap(({ name, email }) => [name, email]);
    const { mark, words } = marking();
    let made = 0;
    const said = (what: string) => mark(`${what} ${++made}`);
    await changePlan(network, said);
    await play(network, mark);
    const refused = await network.trigger(LEAD, "cancelItem", { item: "nowhere", reason: said("refused") });
    expect(refused.status).toBeGreaterThanOrEqual(400);

    expect(words().length).toBeGreaterThan(30);
    expect(people.length).toBeGreaterThan(10);
    expect(server.found([...words(), ...people])).toEqual([]);
    expect(server.found(["network.created", "innovationsnetv\u00e6rk", "Kvalificering"])).toEqual([]);
    expect(server.found([network.id])).toEqual([network.id]);
    // They are there to be read where they belong.
    const told = JSON.stringify(await network.ledger());
    expect(words().filter((word) => told.includes(word)).length).toBeGreaterThan(10);
    expect(told).not.toContain("⟦");
  });
});

describe("without the codec", () => {
  const plain = useHouse({ temporal: reached, dataConverter: {} });

  test("the same search finds what passes", async () => {
    const network = await plain.network({ programme: PROGRAMME, start: START });
    await plain.parts.temporal.workflow.getHandle(workflowIdOf(network.id)).executeUpdate(UPDATE, {
      args: [{ triggers: [trigger({ item: "m1", reason: "zqxplain0001", start: Date.UTC(2027, 3, 1) })] }],
    });
    expect(server.found(["zqxplain0001", "Kvalificering"])).toEqual(["zqxplain0001", "Kvalificering"]);
    expect(server.found(["zqxplain0002"])).toEqual([]);
  });
});

describe("a person who is erased with their texts", () => {
  const house = useHouse({ temporal: reached });

  test("has left words that nobody can read with all of the installation's keys; whoever keeps theirs has not", async () => {
    const network = await house.network({ programme: PROGRAMME, start: START });
    const [lead, other] = [network.emails(LEAD)[0]!, network.emails("coDriver")[0]!];
    await network.do(lead, "pinItem", { item: "m1", start: "2027-04-01T09:00", place: "zqxplace", reason: "zqxlead" });
    await network.do(other, "moveItem", { item: "m1", start: "2027-04-02T09:00", reason: "zqxother" });
    await network.do(lead, "renameItem", { item: "m1", title: "zqxtitle", reason: "zqxlead" });
    expect(await readable(house, network.id)).toEqual({
      opened: ["zqxlead", "zqxother", "zqxplace", "zqxtitle"],
      plain: [],
    });

    await network.do(lead, "handOver", { role: LEAD, from: lead, to: other });
    const gone = await house.ask("DELETE", `/api/people/${lead}?texts=removed`);
    expect(gone.status, JSON.stringify(gone.body)).toBe(200);
    expect(await readable(house, network.id)).toEqual({ opened: ["zqxother"], plain: [] });

    // The network goes on, and says so where it comes upon what is gone.
    await network.do(other, "moveItem", { item: "m1", start: "2027-04-05T09:00" });
    const moved = (await network.ledger()).findLast(({ kind }) => kind === "item.moved");
    expect(moved?.data).toMatchObject({ place: "…" });
  });
});

describe("a key that is not there", () => {
  const house = useHouse({ temporal: reached, answerWithin: 4_000 });
  const [first, second] = [keyFrom(SECRET), keyFrom("quite another secret")];
  const under = async (...keys: (typeof first)[]) => {
    const dataConverter = dataConverterOf(keys);
    house.parts.temporal = new Client({ connection: house.parts.temporal.connection, dataConverter });
    house.restartApi();
    await house.changeWorker({ dataConverter });
  };

  test("lets a network wait, says which, and lets it go on when it comes; then all is written under the new one", async () => {
    const network = await house.network({ programme: PROGRAMME, start: START });
    await atRest(house, network);
    await under(second);
    const waits = await network.trigger(LEAD, "pinItem", { item: "m1", start: "2027-04-01T09:00" }, { key: "again" });
    expect(waits.status).toBe(503);
    const engine = await vi.waitFor(
      async () => {
        const shown = await engineOf(network);
        expect(shown).toMatchObject({ status: "stuck", cause: "task" });
        return shown;
      },
      { timeout: 60_000, interval: 500 },
    );
    expect(engine.message).toContain(`«${first.id}»`);
    expect(engine.message).toContain("FREMDRIFT_KEYS");

    await under(second, first);
    const taken = await vi.waitFor(
      async () => {
        const answer = await network.trigger(
          LEAD,
          "pinItem",
          { item: "m1", start: "2027-04-01T09:00" },
          { key: "again" },
        );
        expect(answer.status).toBe(200);
        return answer;
      },
      { timeout: 60_000, interval: 500 },
    );
    expect(taken.body.entries).toContainEqual(expect.objectContaining({ kind: "item.pinned" }));
    expect((await engineOf(network)).status).toBe("running");
  });
});

const trigger = (data: object) => ({ key: "direct", at: 0, by: "p1", role: LEAD, type: "pinItem", data });

/** Of the words that begin with zqx: those that can be read with the installation's keys, and those that open with people's as well. */
async function readable(house: TestHouse, network: string): Promise<{ plain: string[]; opened: string[] }> {
  const { temporal: client } = house.parts;
  const { events } = await client.workflow.getHandle(workflowIdOf(network)).fetchHistory();
  const payloads = await decode(client.options.loadedDataConverter.payloadCodecs, payloadsIn(events));
  const values = payloads.map((payload) => defaultPayloadConverter.fromPayload(payload));
  const wordsIn = (value: unknown) => [...new Set(JSON.stringify(value).match(/zqx\w+/g) ?? [])].toSorted();
  return { plain: wordsIn(values), opened: wordsIn(await openTexts(house.store, network, values)) };
}

function payloadsIn(value: unknown): Payload[] {
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return [];
  if ("metadata" in value && "data" in value) return value.metadata ? [value as Payload] : [];
  return Object.values(value).flatMap(payloadsIn);
}
