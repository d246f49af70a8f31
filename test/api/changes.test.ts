// A lead changes a running network over the API: sees what follows, does it, takes it back; people come, move and go.
import { expect, test } from "vitest";
import type { z } from "zod";
import type { ChangeJson } from "../../api/audit.ts";
import type { PreviewShape } from "../../api/shapes.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";
type Preview = z.infer<typeof PreviewShape>;

async function preview(network: TestNetwork, by: string, type: string, data: object) {
  const token = await network.tokenOf(by);
  return await house.ask<Preview & { code?: string; detail?: string }>("POST", `/api/networks/${network.id}/previews`, {
    as: token,
    body: { type, data },
  });
}

test("what a preview says is what then happens, and until then nothing has", async () => {
  const network = await house.network();
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-18T09:00" });
  const before = await network.ledger();
  const move = { item: "m1", start: "2027-03-25T09:00", reason: "Salen er optaget" };
  const { body, status } = await preview(network, LEAD, "moveItem", move);
  expect(status).toBe(200);
  const title = "Mødet er flyttet: Møde 1";
  const to = expect.arrayContaining(network.emails("coreMember"));
  expect(body.told).toEqual([{ rule: "meeting-moved", subject: "item:m1", title, to }]);
  expect(body.says[0]).toBe("Flyttet: Møde 1, 25. mar kl. 9.00");
  const isOfMeeting = ({ rule }: { rule: string }) => rule.startsWith("meeting");
  expect(body.gone.filter(isOfMeeting).map(({ rule, at }) => [rule, at.slice(0, 10)])).toEqual([
    ["meeting-14", "2027-03-04"],
    ["meeting-7", "2027-03-11"],
    ["meeting-2", "2027-03-16"],
  ]);
  // 25 March 2027 is Maundy Thursday: the reminder two days before is on a working day all the same.
  expect(body.coming.filter(isOfMeeting).map(({ rule, at }) => [rule, at.slice(0, 10)])).toEqual([
    ["meeting-14", "2027-03-11"],
    ["meeting-7", "2027-03-18"],
    ["meeting-2", "2027-03-23"],
  ]);
  expect(await network.ledger()).toEqual(before);

  const { entries } = await network.do(LEAD, "moveItem", move);
  const kinds = (all: { kind: string; rule?: string | undefined }[]) => all.map(({ kind, rule }) => [kind, rule]);
  expect(kinds(entries)).toEqual(kinds(body.entries));
  expect(entries[0]).toMatchObject({
    reason: "Salen er optaget",
    data: { before: { start: "2027-03-18T09:00:00+01:00" } },
  });
});

test("a preview is refused as the trigger would be, and says why", async () => {
  const network = await house.network();
  const early = await preview(network, LEAD, "openPhase", { phase: "focusing" });
  expect([early.status, early.body.code]).toEqual([409, "criteria"]);
  const guest = await preview(network, "participant", "cancelItem", { item: "m1" });
  expect(guest.status).toBe(403);
  expect((await preview(network, LEAD, "moveItem", { item: "m1" })).status).toBe(422);
});

test("a change that nobody was told of is taken back; one that somebody was told of is not", async () => {
  const network = await house.network();
  const { entries } = await network.do(LEAD, "replanPhase", {
    phase: "design",
    last: "2027-04-04",
    reason: "Forsinket",
  });
  const seq = (await network.ledger()).find(({ kind }) => kind === entries[0]!.kind)!.seq!;
  const undoable = async () =>
    (await house.ask<ChangeJson[]>("GET", `/api/networks/${network.id}/audit`)).body.flatMap((one) =>
      one.undoable ? [one.seq] : [],
    );
  expect(await undoable()).toEqual([seq]);
  await network.do(LEAD, "undo", { seq, reason: "Tastefejl" });
  expect(await undoable()).not.toContain(seq);
  expect((await network.ledger()).findLast(({ kind }) => kind === "phase.replanned")).toMatchObject({
    reason: "Tastefejl",
    data: { first: "2027-03-01", last: "2027-03-21", before: { last: "2027-04-04" } },
  });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-18T09:00" });
  const isPinned = ({ kind, subject }: { kind: string; subject: string }) =>
    kind === "item.pinned" && subject === "item:m1";
  const pinned = (await network.ledger()).find(isPinned)!.seq!;
  const refused = await network.trigger(LEAD, "undo", { seq: pinned, reason: "Tastefejl" });
  expect(refused.body).toMatchObject({ code: "state", detail: expect.stringContaining("fået besked") });
});

test("who joins is invited to what is still to come, who changes region to the other session, who leaves to nothing", async () => {
  const network = await house.network({ programme: "faellesskabsagenter", start: "2014-02-25" });
  await network.step("2014-03-10");
  const news = async (person: string) =>
    (await network.mails()).filter(({ to }) => to === person).map(({ model }) => [model.rule, model.subject]);
  const ny = "ny.konsulent@example.org";
  const place = { organisation: "Nordby Kommune", region: "øst" };
  await network.do(LEAD, "addPerson", { email: ny, name: "Ny Konsulent", roles: ["consultant"], ...place });
  const first = await news(ny);
  expect(first).toContainEqual(["meeting-invitation", "item:E6/east"]);
  expect(first).not.toContainEqual(["meeting-invitation", "item:E6/west"]);
  // E1 and E2 are over, and E4 is for leaders.
  expect(first.filter(([, subject]) => ["item:E1", "item:E2", "item:E4"].includes(subject!))).toEqual([]);

  await network.do(LEAD, "changePerson", { person: ny, region: "vest", reason: "Flytter" });
  expect((await news(ny)).slice(first.length)).toEqual([
    ["meeting-cancelled", "item:E6/east"],
    ["meeting-invitation", "item:E6/west"],
  ]);

  await network.do(LEAD, "removePerson", { person: ny });
  const told = (await news(ny)).length;
  expect((await network.show()).people.map(({ email }) => email)).not.toContain(ny);
  await network.step("2014-12-31");
  expect(await news(ny)).toHaveLength(told);
  const last = await network.trigger(LEAD, "removePerson", { person: network.emails(LEAD)[0]! });
  expect(last.body).toMatchObject({ code: "state", detail: expect.stringContaining("handOver") });
});
