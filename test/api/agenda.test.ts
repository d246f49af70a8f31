// What the lead can read beforehand is what goes: rule, whom, subject and text. And what the lead does with single messages.
import { describe, expect, test } from "vitest";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

/** The messages to come, each as it would read. */
const toCome = async (network: TestNetwork) =>
  (await network.agenda())
    .filter(({ kind }) => kind === "message")
    .map(({ at, subject, rule, to, mail }) => ({ at, subject, rule, to, mail }));

/** The mails that were queued since, by message, each as the house would render it for nobody in particular. */
async function wentSince(network: TestNetwork, before: number) {
  const mails = (await network.mails()).slice(before);
  const bySubject = new Map<
    string,
    { subject: string; rule: string; to: string[]; mail: { subject: string; text: string } }
  >();
  for (const { to, model } of mails) {
    const key = `${model.subject}|${model.rule}`;
    const { subject, text } = house.parts.letter(model, "da");
    const one = bySubject.get(key) ?? { subject: model.subject, rule: model.rule, to: [], mail: { subject, text } };
    bySubject.set(key, { ...one, to: [...one.to, to].toSorted() });
  }
  return [...bySubject.values()];
}

describe.each([
  ["innovationsnetvaerk", "2027-02-01", 25],
  ["faellesskabsagenter", "2014-02-25", 40],
])("the agenda of %s", (programme, start, moments) => {
  test("reads as the mails that follow", { timeout: 120_000 }, async () => {
    const network = await house.network({ programme, start });
    await network.step(start);
    let compared = 0;
    for (let moment = 0; moment < moments; moment++) {
      const agenda = await toCome(network);
      const [next] = agenda;
      if (!next) break;
      const due = agenda.filter(({ at, to }) => at === next.at && to.length > 0);
      const before = (await network.mails()).length;
      await network.step(next.at);
      await network.show();
      const went = await wentSince(network, before);
      const expected = due.map(({ subject, rule, to, mail }) => ({ subject, rule, to, mail }));
      const nearer = expected.filter(
        (one) => !went.some(({ subject, rule }) => subject === one.subject && rule === one.rule),
      );
      const suppressed = (await network.ledger()).filter(
        ({ kind, planned }) => kind === "message.suppressed" && planned === next.at,
      );
      // A nearer one of the same day is told of in its place, and the ledger says so.
      expect(nearer.map(({ rule }) => rule).toSorted()).toEqual(
        suppressed
          .filter(({ reason }) => reason === "nearer-same-day")
          .map(({ rule }) => rule)
          .toSorted(),
      );
      const key = (one: { subject: string; rule: string | undefined }) => `${one.subject}|${one.rule}`;
      const sorted = <T extends { subject: string; rule: string | undefined }>(all: T[]) =>
        all.toSorted((a, b) => key(a).localeCompare(key(b)));
      expect(sorted(went)).toEqual(sorted(expected.filter((one) => !nearer.includes(one))));
      compared += went.length;
    }
    expect(compared).toBeGreaterThan(moments);
  });
});

test("a message is skipped, or sent now, with a reason, and neither goes again", { timeout: 60_000 }, async () => {
  const network = await house.network();
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-18T09:00" });
  await network.do(LEAD, "skipMessage", {
    item: "m1",
    rule: "meeting-14",
    reason: "Dagsordenen er delt på mødet i går.",
  });
  const sent = await network.do(LEAD, "sendMessage", { item: "m1", rule: "meeting-7", reason: "Flere har spurgt." });
  expect(sent.entries.map(({ kind, rule, data }) => [kind, rule, data?.["why"]])).toEqual([
    ["message.sent", "meeting-7", "Flere har spurgt."],
  ]);
  const rules = (await toCome(network)).filter(({ subject }) => subject === "item:m1").map(({ rule }) => rule);
  expect(rules).toEqual(["meeting-2", "minutes-3", "minutes-7"]);
  await network.step("2027-03-18T09:00");
  const ledger = await network.ledger();
  const told = ledger.filter(
    ({ subject, rule, kind }) => subject === "item:m1" && rule?.startsWith("meeting-") && kind !== "message.planned",
  );
  expect(told.map(({ kind, rule, reason }) => [kind, rule, reason])).toEqual([
    ["message.sent", "meeting-invitation", undefined],
    ["message.suppressed", "meeting-14", "skipped"],
    ["message.sent", "meeting-7", undefined],
    ["message.sent", "meeting-2", undefined],
  ]);
  const again = await network.trigger(LEAD, "skipMessage", { item: "m1", rule: "meeting-2", reason: "For sent." });
  expect(again.status).toBe(409);
  expect(JSON.stringify(again.body)).toContain("meeting-2");
});

test(
  "a rule is turned off, or counts other days, in one network; the agenda follows at once",
  { timeout: 60_000 },
  async () => {
    const network = await house.network();
    await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-18T09:00" });
    const rules = async () =>
      (await toCome(network))
        .filter(({ subject }) => subject === "item:m1")
        .map(({ rule, at }) => `${rule} ${at.slice(0, 10)}`);
    expect(await rules()).toEqual([
      "meeting-14 2027-03-04",
      "meeting-7 2027-03-11",
      "meeting-2 2027-03-16",
      "minutes-3 2027-03-22",
      "minutes-7 2027-03-30",
    ]);
    await network.do(LEAD, "setReminder", { rule: "meeting-14", off: true, reason: "Vi deler dagsordenen selv." });
    await network.do(LEAD, "setReminder", { rule: "meeting-2", item: "m1", days: -3, reason: "De rejser langt." });
    expect(await rules()).toEqual([
      "meeting-7 2027-03-11",
      "meeting-2 2027-03-15",
      "minutes-3 2027-03-22",
      "minutes-7 2027-03-30",
    ]);
    await network.do(LEAD, "setReminder", { rule: "meeting-14", reason: "Alligevel." });
    expect((await rules())[0]).toBe("meeting-14 2027-03-04");
  },
);

test("whoever stands in for a decider may decide in the period, and not after it", { timeout: 60_000 }, async () => {
  const network = await house.network();
  const standIn = network.emails("coreMember")[0]!;
  await network.step("2027-02-01T10:00");
  await network.do("referenceManager", "nameSubstitute", { substitute: standIn, from: "2027-02-01", to: "2027-02-02" });
  const asked = async () => (await network.trigger(standIn, "stopNetwork", { reason: "Ingen tid til det." })).status;
  expect(await asked()).toBe(200);
  const row = (await network.ledger()).find(({ kind }) => kind === "network.stopAsked");
  expect(row).toMatchObject({ by: standIn, role: "referenceManager" });
  await network.step("2027-02-02T00:00");
  expect(await asked()).toBe(403);
});

test("of a chain the last may, whom the reminders go to; who is away too may not", { timeout: 60_000 }, async () => {
  const network = await house.network();
  const [first, last] = network.emails("coreMember") as [string, string];
  await network.step("2027-02-01T10:00");
  const names = (who: string, substitute: string) =>
    network.do(who, "nameSubstitute", { substitute, from: "2027-02-01", to: "2027-02-02" });
  await names("referenceManager", first);
  await names(first, last);
  const asked = async (who: string) => (await network.trigger(who, "stopNetwork", { reason: "Ingen tid." })).status;
  expect([await asked(first), await asked(last)]).toEqual([403, 200]);
});
