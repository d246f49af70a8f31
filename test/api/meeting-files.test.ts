// A meeting from draft to approved minutes, and what is put beside it, by the API.
import { describe, expect, test } from "vitest";
import type { FileJson, LinkJson, MeetingJson } from "../../api/meeting-shapes.ts";
import type { ProblemJson } from "../../api/shapes.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";
const PEOPLE = `email,role
lead@example.org,networkLead
anna@example.org,coreMember
bent@example.org,coreMember
cara@example.org,coreMember
part@example.org,participant
`;
const [ANNA, BENT, CARA] = ["anna@example.org", "bent@example.org", "cara@example.org"];

/** Mails about a meeting that went: each message with whom it went to. */
async function told(network: TestNetwork, item: string): Promise<[string, string[]][]> {
  const sent = (await network.ledger()).filter(
    ({ kind, subject }) => kind === "message.sent" && subject === `item:${item}`,
  );
  return sent.map(({ rule = "", deliveries = [] }) => [rule, deliveries.map(({ to }) => to).toSorted()]);
}

describe("a meeting from draft to approved minutes", () => {
  test("the same as in memory: nobody is told of the draft, its tasks come into the plan, who it was for reads the minutes", async () => {
    const network = await house.network({ people: PEOPLE });
    const start = "2027-03-17T09:00";
    await network.do(LEAD, "pinItem", { item: "m1", start, end: "2027-03-17T10:00", draft: true });
    await network.do(LEAD, "setAgenda", { item: "m1", points: [{ title: "Velkomst", minutes: 70, who: ANNA }] });
    expect(await told(network, "m1")).toEqual([]);
    await network.do(LEAD, "publishMeeting", { item: "m1" });
    await network.do(LEAD, "inviteGuest", { item: "m1", name: "Gry Gæst", email: "gry@example.org" });
    expect(await told(network, "m1")).toEqual([
      ["meeting-invitation", [ANNA, BENT, CARA]],
      ["meeting-invitation", ["gry@example.org"]],
    ]);
    expect((await network.mails())[0]!.model.agenda).toMatchObject([{ title: "Velkomst", minutes: 70 }]);

    await network.step("2027-03-18");
    await network.do(LEAD, "holdMeeting", { item: "m1" });
    const tasks = [{ title: "Ring", owner: ANNA, due: "2027-04-01" }];
    await network.do(LEAD, "recordMinutes", { item: "m1", text: "Vi mødtes.", decisions: ["Ja"], tasks });
    const again = await network.trigger(LEAD, "recordMinutes", { item: "m1", text: "Andet" });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining("addToMinutes")]);
    await network.do(LEAD, "approveMinutes", { item: "m1" });
    await network.do(LEAD, "addToMinutes", { item: "m1", text: "Og spiste." });
    await network.do(ANNA!, "completeItem", { item: "m1.1" });
    expect((await network.trigger(BENT!, "completeItem", { item: "m1.1" })).status).toBe(403);

    const read = async (who: string) => {
      const as = await network.tokenOf(who);
      return await house.ask<MeetingJson>("GET", `/api/networks/${network.id}/meetings/m1`, { as });
    };
    const { body } = await read(ANNA!);
    expect(body).toMatchObject({
      state: "held",
      agenda: { points: [{ title: "Velkomst", who: "anna@example.org" }], minutes: 70, over: 10 },
      guests: ["Gry Gæst"],
      minutes: {
        text: "Vi mødtes.",
        decisions: ["Ja"],
        approved: { by: expect.any(String) },
        additions: [{ text: "Og spiste." }],
      },
      tasks: [{ id: "m1.1", state: "done", due: "2027-04-01" }],
    });
    const { body: other } = await read("part@example.org");
    expect([other.hasMinutes, other.minutes, other.tasks]).toEqual([true, undefined, []]);
    expect((await house.ask("GET", `/api/networks/${network.id}/meetings/nope`)).status).toBe(404);
  });
});

describe("files", () => {
  const PDF = "%PDF-1.7 et referat";
  const put = async (network: TestNetwork, who: string, query: string, body = PDF, key?: string) =>
    await house.ask<FileJson & ProblemJson>("POST", `/api/networks/${network.id}/files?${query}`, {
      as: await network.tokenOf(who),
      body,
      headers: { "content-type": "application/octet-stream" },
      ...(key !== undefined && { key }),
    });
  const list = async (network: TestNetwork, as?: string) =>
    (await house.ask<{ files: FileJson[] }>("GET", `/api/networks/${network.id}/files`, { ...(as && { as }) })).body
      .files;

  test("are put beside a meeting once, listed, and handed out to be kept, never to be shown", async () => {
    const network = await house.network({ people: PEOPLE });
    const query = `about=item:m1&name=${encodeURIComponent("Møde.pdf")}`;
    const added = await put(network, ANNA!, query, PDF, "once");
    expect([added.status, added.body]).toMatchObject([201, { name: "Møde.pdf", type: "application/pdf", by: ANNA }]);
    expect((await put(network, ANNA!, query, PDF, "once")).body.id).toBe(added.body.id);
    expect(await list(network)).toEqual([added.body]);
    const as = await network.tokenOf(BENT!);
    const got = await house.api().app.request(added.body.url, { headers: { authorization: `Bearer ${as}` } });
    expect(await got.text()).toBe(PDF);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; /),
      "x-content-type-options": "nosniff",
    });
    const rows = (await network.ledger()).filter(({ kind }) => kind.startsWith("file."));
    expect(rows).toMatchObject([{ kind: "file.added", subject: "item:m1", by: ANNA, data: { size: PDF.length } }]);
  });

  test("are removed by who put them there or who leads, and the ledger says so", async () => {
    const network = await house.network({ people: PEOPLE });
    const { url } = (await put(network, ANNA!, "about=item:m1&name=a.pdf")).body;
    const remove = async (who: string) => (await house.ask("DELETE", url, { as: await network.tokenOf(who) })).status;
    expect([await remove(BENT!), await remove(ANNA!), await remove(LEAD)]).toEqual([403, 200, 404]);
    expect((await network.ledger()).findLast(({ kind }) => kind.startsWith("file."))).toMatchObject({
      kind: "file.removed",
      by: ANNA,
    });
    const whole = await house.ask<{ ok: boolean }>("GET", `/api/networks/${network.id}/verification`);
    expect(whole.body.ok).toBe(true);
  });

  test("stand beside links, which are removed by a trigger", async () => {
    const network = await house.network({ people: PEOPLE });
    await network.do(ANNA!, "addLink", { about: "item:m1", url: "https://example.org/plan", title: "Planen" });
    const links = async () =>
      (await house.ask<{ links: LinkJson[] }>("GET", `/api/networks/${network.id}/files?about=item:m1`)).body.links;
    expect(await links()).toMatchObject([{ id: "l1", title: "Planen", by: ANNA }]);
    expect((await network.trigger(BENT!, "removeLink", { about: "item:m1", link: "l1" })).status).toBe(409);
    await network.do(ANNA!, "removeLink", { about: "item:m1", link: "l1", reason: "Den er gammel" });
    expect(await links()).toEqual([]);
  });

  test("are refused where they are too large, of another type, beside nothing, or more than there is room for", async () => {
    const network = await house.network({ people: PEOPLE });
    const big = PDF + "x".repeat(1_800_000);
    const statuses = [
      await put(network, ANNA!, "about=item:m1&name=a.pdf", PDF + "x".repeat(2_000_000)),
      await put(network, ANNA!, "about=item:m1&name=a.html", "<script>"),
      await put(network, ANNA!, "about=item:nope&name=a.pdf"),
      await put(network, ANNA!, "about=item:m1&name=a.pdf", big),
      await put(network, ANNA!, "about=item:m1&name=b.pdf", big),
    ].map(({ status, body }) => [status, body.code]);
    expect(statuses).toEqual([
      [413, "too-large"],
      [422, "file-type"],
      [409, "state"],
      [201, undefined],
      [409, "files-full"],
    ]);
    expect(await list(network)).toHaveLength(1);
  });

  test("a guest of one meeting sees what lies beside that one", async () => {
    const network = await house.network({ people: PEOPLE });
    await network.do(LEAD, "inviteGuest", { item: "m1", name: "Gry", email: "gry@example.org" });
    const mine = (await put(network, ANNA!, "about=item:m1&name=a.pdf")).body;
    const other = (await put(network, ANNA!, "about=item:m2&name=b.pdf")).body;
    const as = (
      await house.ask<{ token: string }>("POST", `/api/networks/${network.id}/tokens`, {
        body: { person: "gry@example.org" },
      })
    ).body.token;
    expect((await list(network, as)).map(({ id }) => id)).toEqual([mine.id]);
    expect((await house.ask("GET", other.url, { as })).status).toBe(404);
    expect((await house.ask("GET", `/api/networks/${network.id}/meetings/m2`, { as })).status).toBe(404);
  });
});
