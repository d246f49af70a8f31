// Temporal goes away and comes back: said in time, nothing is lost, and nothing happens twice.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client, Connection } from "@temporalio/client";
import { afterAll, expect, test } from "vitest";
import { samplePeople } from "../../library/programmes.ts";
import { startTemporal, type TemporalServer } from "../../worker/temporal-server.ts";
import { START, useHouse } from "../support/house.ts";

let folder: string;
let server: TemporalServer;
let connection: Connection;

afterAll(async () => {
  await connection.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const house = useHouse({
  answerWithin: 4_000,
  temporal: async () => {
    folder = await mkdtemp(path.join(tmpdir(), "fremdrift-gone-"));
    server = await startTemporal({ folder, log: () => {} });
    connection = await Connection.connect({ address: server.address });
    return { client: new Client({ connection }), address: server.address };
  },
});

const AWAY: [string, () => unknown, () => unknown][] = [
  [
    "gone",
    () => server.stop(),
    async () => {
      server = await startTemporal({ folder, port: Number(server.address.split(":")[1]), log: () => {} });
    },
  ],
  ["there but silent", () => process.kill(server.pid, "SIGSTOP"), () => process.kill(server.pid, "SIGCONT")],
];

test.each(AWAY)(
  "while it is %s a change is answered 503 and when to ask again; asked again with its key when it is back, it has happened once",
  async (title, away, back) => {
    const network = await house.network();
    await network.do("networkLead", "openPhase", { phase: "design" });
    await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
    const people = await samplePeople("innovationsnetvaerk");
    const own = `/api/networks/${network.id}`;
    const changes = [
      { url: `${own}/triggers`, body: { type: "addIdea", data: { title } } },
      { url: `${own}/steps`, body: { until: "2027-03-04" } },
      { url: `${own}/resets`, body: {} },
      {
        url: "/api/networks",
        body: { programme: "innovationsnetvaerk", start: START, clock: "stepped", people, title },
      },
    ].map((change) => ({ ...change, key: randomUUID() }));

    // Read once, so that all that was answered is written down before.
    expect((await network.show()).state.items).toHaveProperty("m1");
    await away();
    const refused = await Promise.all(changes.map(({ url, ...asked }) => house.ask("POST", url, asked)));
    for (const { status, headers, body } of refused) {
      expect([status, body.code]).toEqual([503, "no-temporal"]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(body.hint).toContain("Idempotency-Key");
    }
    // What needs no Temporal goes on: people contribute, and everything can be read.
    await network.do("coreMember", "answer", { item: "m1", answer: "declined" });
    const { state, engine } = await network.show();
    expect([state.phases["design"], engine?.status]).toEqual(["open", "unreachable"]);

    await back();
    for (const { url, ...asked } of [...changes, ...changes]) {
      const status = async () => (await house.ask("POST", url, asked)).status;
      await expect.poll(status, { timeout: 60_000 }).toBeLessThan(300);
    }
    expect((await network.show()).state.ideas).toMatchObject([{ title }]);
    const reminders = (await network.ledger()).filter(
      ({ kind, rule }) => kind === "message.sent" && rule === "meeting-14",
    );
    expect(reminders).toHaveLength(1);
    const made = await house.ask<{ title: string }[]>("GET", "/api/networks");
    expect(made.body.filter((one) => one.title === title)).toHaveLength(1);
  },
  120_000,
);
