import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { EntryShape } from "../../api/shapes.ts";
import { KINDS } from "../../machines/ledger.ts";
import { TRIGGERS } from "../../machines/trigger-types.ts";
import { tmpFolder } from "../support/tmp.ts";
import { fremdrift } from "./given.ts";

type Entry = z.infer<typeof EntryShape>;
type Simulated = {
  ledger: Entry[];
  state: { phases: Record<string, string>; ideas: { id: string; state: string; round: number }[]; ended: boolean };
  unmet: Record<string, { criterion: string; title: string; have: number; need: number }[]>;
  refused: { trigger: string; code: string; detail: string; at: string; by: string }[];
};
const P1 = "simulate innovationsnetvaerk --start 2027-02-01";

async function file(name: string, content: unknown): Promise<string> {
  const path = join(tmpFolder(), name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("programme", () => {
  it("lists what is shipped, with counts and in the language asked for", async () => {
    const done = await fremdrift("programme list --json --lang en");
    const counts = { phases: 10, meetings: 5, homework: 1, decisions: 1 };
    const p1 = { id: "innovationsnetvaerk", title: "Innovation network", type: "innovation", version: 1, ...counts };
    expect(done.json()).toContainEqual({ ...p1, warnings: expect.any(Number) });
    expect((await fremdrift("programme list")).out).toMatch(
      /^ID +Titel +Type .*\ninnovationsnetvaerk +Innovationsnetværk +innovationsnetværk +1 /,
    );
  });

  it("shows intervals from a start, and weeks without one", async () => {
    const shown = (await fremdrift("programme show innovationsnetvaerk --start 2027-02-01 --json")).json();
    const design = { id: "design", from: "2027-03-01", to: "2027-03-21", quote: "uge 5–7", precision: "weeks" };
    expect(shown).toMatchObject({ phases: expect.arrayContaining([expect.objectContaining(design)]) });
    const dated = await fremdrift("programme show innovationsnetvaerk --start 2027-02-01");
    expect(dated.out).toMatch(/design +Netværksdesign +1\. mar 2027 – 21\. mar 2027 +uge 5–7/);
    const undated = await fremdrift("programme show innovationsnetvaerk --lang en");
    expect(undated.out).toMatch(/prioritisation +Prioritisation +week 17 or 18/);
    expect(undated.out).toMatch(/renegotiation +Renegotiation +not said/);
  });

  it("says which type of network a programme is for", async () => {
    const welfare = (await readFile("programmes/data/partnerskab.yaml", "utf8")).replace(
      "version: 1",
      "version: 1\ntype: welfare",
    );
    const path = await file("welfare.yaml", welfare);
    expect((await fremdrift(["programme", "show", path, "--json"])).json()).toMatchObject({ type: "welfare" });
    expect((await fremdrift(["programme", "show", path])).out).toMatch(/^velfærdsnetværk$/m);
    const wrong = await file("wrong.yaml", welfare.replace("type: welfare", "type: welfair"));
    expect((await fremdrift(["programme", "show", wrong, "--lang", "en"])).err).toContain('Did you mean "welfare"?');
  });

  it("lints: warnings are no errors, a broken file is, and says where", async () => {
    const good = await fremdrift("programme lint innovationsnetvaerk --json");
    expect(good.code).toBe(0);
    expect(good.json()).toMatchObject({
      errors: [],
      warnings: expect.arrayContaining([expect.anything()]),
      proofs: expect.arrayContaining([expect.objectContaining({ claim: "opens:design", holds: true })]),
    });
    const path = await file("broken.yaml", "id: x\nmethod: nine-phases\nphasess: {}\n");
    const bad = await fremdrift(["programme", "lint", path]);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('linje 3, tegn 1: Ukendt nøgle "phasess"');
  });

  it("exits 1 and names a programme that is not there, or everything wrong with one that is broken", async () => {
    const none = await fremdrift("programme show innovationsnetvark --lang en");
    expect(none.code).toBe(1);
    expect(none.err).toContain('"innovationsnetvark"');
    expect(none.err).toContain('Did you mean "innovationsnetvaerk"?');
    const path = await file("broken.yaml", "id: x\nmethod: nine-phases\nphasess: {}\nweek: 3\n");
    const broken = await fremdrift(["simulate", path, "--start", "2027-02-01", "--json"]);
    expect(broken.code).toBe(1);
    const errors = expect.arrayContaining([expect.objectContaining({ line: 3 }), expect.objectContaining({ line: 4 })]);
    expect(broken.json()).toMatchObject({ code: "programme", errors });
  });
});

describe("simulate", () => {
  it("plays the shipped script to the end, every entry in the API's shape", async () => {
    const done = await fremdrift(`${P1} --script sample --json`);
    const { ledger, state, unmet, refused } = done.json() as Simulated;
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(refused).toEqual([]);
    expect(unmet).toEqual({});
    expect(state.ended).toBe(true);
    expect(state.ideas.filter(({ round }) => round > 0).map(({ id, state }) => `${id} ${state}`)).toEqual([
      "i1 approved",
      "i3 discarded",
      "i7 approved",
    ]);
    for (const entry of ledger) z.strictObject(EntryShape.shape).parse(entry);
    expect(ledger.map(({ seq }) => seq)).toEqual(ledger.map((_, index) => index + 1));
    const sent = ledger.filter(({ kind }) => kind === "message.sent");
    expect(sent.every(({ deliveries = [] }) => deliveries.length > 0)).toBe(true);
    const invitation = sent.find(({ rule }) => rule === "meeting-invitation")!;
    expect(invitation).toMatchObject({ at: "2027-03-01T10:00:00+01:00", to: ["invited"] });
    expect(invitation.deliveries).toContainEqual({ to: "ellen.roerdam@example.org", state: "sent" });
    expect(ledger.find(({ kind }) => kind === "phase.opened")!.by).toBe("astrid.lyngdal@example.org");
  });

  it("moves the shipped script with the start, by whole weeks", async () => {
    const { ledger, refused } = (
      await fremdrift("simulate innovationsnetvaerk --start 2028-01-06 --script sample --json")
    ).json() as Simulated;
    const of = (kind: string) => ledger.find((entry) => entry.kind === kind)!;
    expect(refused).toEqual([]);
    expect(of("item.pinned").data).toMatchObject({ start: "2028-02-17T09:00:00+01:00" });
    expect(of("network.ended").at).toBe("2028-08-02T11:00:00+02:00");
  });

  it("without a script plays nothing but the calendar, to the end of the plan", async () => {
    const { ledger, state } = (await fremdrift(`${P1} --json`)).json() as Simulated;
    expect(new Set(ledger.map(({ kind }) => kind))).toEqual(
      new Set(["network.created", "phase.due", "message.planned", "message.sent", "message.suppressed"]),
    );
    expect(ledger.filter(({ kind }) => kind === "phase.due")).toHaveLength(9);
    // Nobody is told of meetings that have no date; whoever leads is told all the more.
    const sent = ledger.filter(({ kind }) => kind === "message.sent");
    expect(new Set(sent.flatMap(({ to }) => to))).toEqual(new Set(["owner", "networkLead", "coDriver"]));
    expect(sent.map(({ subject, rule }) => `${subject} ${rule}`)).toContain("item:planlaeg-moede-2 task-first");
    expect(state.ended).toBe(false);
  });

  it("stops at the end of the day of --until", async () => {
    const until = async (date: string) =>
      ((await fremdrift(`${P1} --json --until ${date}`)).json() as Simulated).ledger;
    const due = async (date: string) => (await until(date)).filter(({ kind }) => kind === "phase.due").length;
    expect([await due("2027-02-28"), await due("2027-03-01")]).toEqual([1, 2]);
  });

  it("says for each open phase what keeps it from closing, in the language asked for", async () => {
    const path = await file("s.json", [
      { at: "2027-03-01T09:00", by: "networkLead", trigger: "openPhase", data: { phase: "design" } },
      { at: "2027-03-02T09:00", by: "coreMember", trigger: "answerMembership", data: { answer: "accepted" } },
    ]);
    const { unmet } = (
      await fremdrift([...P1.split(" "), "--script", path, "--json", "--lang", "en"])
    ).json() as Simulated;
    expect(Object.keys(unmet)).toEqual(["design"]);
    expect(unmet["design"]).toContainEqual({
      criterion: "coreMembers",
      title: "Enough core members have accepted",
      have: 1,
      need: 4,
    });
  });

  it("waits for nothing in a network that was stopped with a phase open", async () => {
    const path = await file("s.json", [
      { at: "2027-03-01T09:00", by: "networkLead", trigger: "openPhase", data: { phase: "design" } },
      { at: "2027-03-02T09:00", by: "networkLead", trigger: "stopNetwork", data: { reason: "Ingen tid." } },
      { at: "2027-03-03T09:00", by: "referenceManager", trigger: "stopNetwork", data: { reason: "Enig." } },
    ]);
    const { state, unmet } = (await fremdrift([...P1.split(" "), "--script", path, "--json"])).json() as Simulated;
    expect([state.ended, unmet]).toEqual([true, {}]);
  });

  it("exits 0 with a refused line, listed in the JSON and told on standard error", async () => {
    const path = await file("s.json", [
      { at: "2027-02-01T09:00", by: "networkLead", trigger: "openPhase", data: { phase: "qualification" } },
      { at: "2027-02-02T09:00", by: "networkLead", trigger: "closePhase", data: { phase: "qualification" } },
      { at: "2027-02-03T09:00", by: "participant", trigger: "openPhase", data: { phase: "design" } },
    ]);
    const done = await fremdrift([...P1.split(" "), "--script", path, "--json"]);
    const { refused, state } = done.json() as Simulated;
    expect(done.code).toBe(0);
    expect(refused).toMatchObject([
      { at: "2027-02-02T09:00:00+01:00", by: "astrid.lyngdal@example.org", trigger: "closePhase", code: "criteria" },
      { trigger: "openPhase", code: "role" },
    ]);
    expect(state.phases["qualification"]).toBe("open");
    expect(done.err).toContain("2 handlinger blev afvist");
    expect(done.err).toContain("0 (skal være 7)");
  });

  it("exits 1 and names every line of a script, people file or file that cannot be used", async () => {
    const script = await file("s.json", [
      { at: "i går", by: "networkLead", trigger: "openPhase", data: { phase: "design" } },
      { at: "2027-03-01T09:00", by: "nobody", trigger: "openPhase", data: { phase: "design" } },
    ]);
    const lines = await fremdrift([...P1.split(" "), "--script", script]);
    expect([lines.code, lines.out]).toEqual([1, ""]);
    expect(lines.err).toContain("[0].at");
    expect(lines.err).toContain("[1].by: Ingen blandt");
    const english = await fremdrift([...P1.split(" "), "--script", script, "--lang", "en"]);
    expect(english.err).toContain("[1].by: Nobody among");

    const notJson = await fremdrift([...P1.split(" "), "--script", await file("t.json", "[\n")]);
    expect(notJson.code).toBe(1);
    expect(notJson.err).toContain("linje 2, tegn 1");

    const people = await file("p.csv", "name,email,role\nKim,kim,networkLead\nBo,bo@example.org,boss\n");
    const persons = await fremdrift([...P1.split(" "), "--people", people, "--json", "--lang", "en"]);
    expect(persons.code).toBe(1);
    expect(persons.json()).toMatchObject({ errors: [{ line: 2 }, { line: 3 }] });
    expect(persons.err).toContain('line 2: "kim" is no e-mail address');

    const absent = await fremdrift(`${P1} --people nowhere.csv`);
    expect(absent.code).toBe(1);
    expect(absent.err).toContain("«nowhere.csv»");
  });

  it("makes people up where a programme ships with none", async () => {
    const path = await file(
      "mit.yaml",
      (await import("node:fs"))
        .readFileSync("programmes/data/innovationsnetvaerk.yaml", "utf8")
        .replace("id: innovationsnetvaerk", "id: mit"),
    );
    const done = await fremdrift(["simulate", path, "--start", "2027-02-01", "--json"]);
    expect((done.json() as Simulated).ledger[0]).toMatchObject({ by: "networklead1@example.org" });
  });

  it("tells it in words, week by week", async () => {
    const { out } = await fremdrift(`${P1} --script sample`);
    expect(out).toMatch(/── Uge 3 · pause\n\n── Uge 4 · pause\n/);
    expect(out).toContain(
      "Uge 7 · 15. mar   Fase åbnet: Fokusering (Astrid Lyngdal, netværksleder) · åbne nu: Netværksdesign, Fokusering",
    );
    expect(out).toContain("Idé på den korte liste: Ring op før borgeren ringer");
  });
});

describe("what there is to use", () => {
  it("lists every kind of entry, with every field that a network's entries have", async () => {
    const kinds = (await fremdrift("ledger kinds --json")).json() as { kind: string; by: string; data: object }[];
    expect(kinds.map(({ kind }) => kind)).toEqual(Object.keys(KINDS));
    const listed = new Map(kinds.map(({ kind, data }) => [kind, Object.keys(data)]));
    const { ledger } = (await fremdrift(`${P1} --script sample --json`)).json() as Simulated;
    for (const { kind, data = {} } of ledger)
      expect(listed.get(kind)).toEqual(expect.arrayContaining(Object.keys(data)));
    expect((await fremdrift("ledger kinds --lang en")).out).toMatch(/phase\.opened +Phase opened +unmet +the network/);
  });

  it("lists every trigger with the shape of its data and who may use it", async () => {
    type Listed = { type: string; roles: string[]; data: { type?: string; properties?: object; required?: string[] } };
    const types = (await fremdrift("trigger types --json")).json() as Listed[];
    expect(types.map(({ type }) => type)).toEqual(Object.keys(TRIGGERS));
    const pin = types.find(({ type }) => type === "pinItem")!;
    expect(pin.roles).toEqual(expect.arrayContaining(["networkLead", "coDriver"]));
    expect(pin.data).toMatchObject({ type: "object", required: ["item", "start"] });
    expect((await fremdrift("trigger types")).out).toMatch(
      /pinItem +item, session\?, start, end\?, place\?, draft\?, reason\? +networkLead/,
    );
    expect((await fremdrift("trigger types")).out).toMatch(/decide +idea\?, outcome, next\?/);
  });
});
