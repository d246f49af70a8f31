import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tmpFolder } from "../support/tmp.ts";
import { DETAIL, ENTRIES, fremdrift, given, problem } from "./given.ts";

describe("network", () => {
  it("create sends the people file as it is, and gives the network", async () => {
    const { env, calls } = await given();
    const people = join(tmpFolder(), "people.csv");
    await writeFile(people, "name,email,role\nKim,kim@example.org,networkLead\n");
    const words = ["innovationsnetvaerk", "--start", "2027-02-01", "--title", "Mindre ventetid", "--people", people];
    const done = await fremdrift(
      ["network", "create", ...words, "--clock", "scaled:1.5", "--key", "k1", "--json", "--lang", "en"],
      env,
    );
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(done.json()).toEqual(DETAIL);
    expect(calls).toEqual([
      {
        method: "POST",
        path: "/api/networks",
        key: "k1",
        token: "Bearer fd_admin",
        language: "en",
        body: {
          programme: "innovationsnetvaerk",
          start: "2027-02-01",
          title: "Mindre ventetid",
          clock: "scaled:1.5",
          people: "name,email,role\nKim,kim@example.org,networkLead\n",
        },
      },
    ]);
  });

  it("create from an earlier network sends what to take, and tells the days that do not fit", async () => {
    const conflicts = [{ id: "m4", date: "2026-11-15", why: "weekend", proposal: "2026-11-16" }];
    const { env, calls } = await given({
      "POST /api/networks": () => ({ status: 201, body: { ...DETAIL, conflicts } }),
    });
    const line = "network create --from p-1 --start 2026-08-27 --with-people --keep-weekdays --clock stepped";
    const done = await fremdrift(line, env);
    expect([done.code, done.err]).toEqual([0, "m4: 15. nov 2026 er en weekend; forslag: 16. nov 2026\n"]);
    expect(calls[0]!.body).toEqual({
      from: "p-1",
      start: "2026-08-27",
      clock: "stepped",
      withPeople: true,
      keepWeekdays: true,
    });
  });

  it("create takes a programme or a network, and what belongs to networks only beside one", async () => {
    const { env, calls } = await given();
    for (const line of ["", "partnerskab --from p-1", "partnerskab --with-people", "partnerskab --keep-weekdays"])
      expect((await fremdrift(`network create ${line} --start 2026-08-27`, env)).code).toBe(2);
    expect(calls).toEqual([]);
  });

  it("create sends the text of a programme of one's own", async () => {
    const { env, calls } = await given();
    const file = join(tmpFolder(), "mit.yaml");
    await writeFile(file, "id: mit\n");
    expect((await fremdrift(["network", "create", file, "--start", "2027-02-01"], env)).code).toBe(0);
    expect(calls[0]!.body).toEqual({ file: "id: mit\n", start: "2027-02-01" });
  });

  it("create tells everything that the API finds wrong, by line", async () => {
    const errors = [
      { path: "email", message: '"kim" er ingen e-mailadresse.', hint: "Ret den.", line: 2 },
      { path: "role", message: "Ukendt rolle.", line: 5 },
    ];
    const { env } = await given({
      "POST /api/networks": () => ({
        status: 422,
        body: problem("bad-input", 422, "Personfilen dur ikke.", { errors }),
      }),
    });
    const done = await fremdrift("network create innovationsnetvaerk --start 2027-02-01", env);
    expect([done.code, done.out]).toEqual([1, ""]);
    expect(done.err).toBe(
      'Personfilen dur ikke.\n  linje 2: "kim" er ingen e-mailadresse. Ret den.\n  linje 5: Ukendt rolle.\nGør noget andet.\n',
    );
  });

  it("trigger --preview tells who would be told and which messages would be others, and asks for nothing else", async () => {
    const told = [{ subject: "item:m1", rule: "meeting-moved", to: ["kim@example.org"] }];
    const message = (at: string) => ({ subject: "item:m1", rule: "meeting-2", at });
    const preview = {
      entries: [{ at: "2027-02-04T00:00:00+01:00", kind: "item.moved", subject: "item:m1" }],
      told,
      gone: [message("2027-03-16T09:00:00+01:00")],
      coming: [message("2027-03-23T09:00:00+01:00")],
    };
    const { env, calls } = await given({ "POST /api/networks/n1/previews": () => ({ body: preview }) });
    const words = ["network", "trigger", "n1", "moveItem", "--data", '{"item":"m1","start":"2027-03-25"}', "--preview"];
    const { out, code } = await fremdrift(words, env);
    expect(code).toBe(0);
    expect(out).toContain("Intet er sket endnu");
    expect(out).toContain("Mødet er flyttet: Møde 1: kim@example.org");
    expect(out).toMatch(/ikke går:\n.*16\. mar.*Påmindelse 2 dage før mødet: Møde 1/s);
    expect(out).toMatch(/i stedet:\n.*23\. mar.*Påmindelse 2 dage før mødet: Møde 1/s);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).not.toContain("POST /api/networks/n1/triggers");
    expect((await fremdrift([...words, "--json"], env)).json()).toEqual(preview);
  });

  it("list is a table, and says what to do where there is nothing", async () => {
    const { env } = await given();
    expect((await fremdrift("network list", env)).out).toBe(
      [
        "ID  Titel            Program              Start       Ur       Tilstand",
        "n1  Mindre ventetid  innovationsnetvaerk  2027-02-01  stepped  i gang",
        "",
      ].join("\n"),
    );
    const empty = await given({ "GET /api/networks": () => ({ body: [] }) });
    expect((await fremdrift("network list", empty.env)).out).toContain("npx fremdrift network create");
    expect((await fremdrift("network list --json", empty.env)).json()).toEqual([]);
  });

  it("show says the week, what is open, what is met and not, and what comes next", async () => {
    const { env } = await given();
    expect((await fremdrift("network show n1", env)).out).toBe(
      [
        "Mindre ventetid (n1)",
        "Uge 7 af 27 · 15. mar 2027 09.00 · ur: stepped",
        "",
        "Åben: Netværksdesign",
        "  ✗ Nok kernedeltagere har sagt ja: 2 (skal være 4)",
        "  ✓ Første møde har en dato",
        "Åben, på pause: Fokusering (kan afsluttes)",
        "  ✓ Et fokusspørgsmål er aftalt på et afholdt møde",
        "",
        "Idéer",
        "  i1  Ring op  i test  runde 2",
        "",
        "Næste: 16. mar 2027 09.00  Påmindelse: Møde 1 → a@example.org, b@example.org, c@example.org +1",
        "",
      ].join("\n"),
    );
    expect((await fremdrift("network show n1 --json", env)).json()).toEqual(DETAIL);
    expect((await fremdrift("network show n1 --lang en", env)).out).toContain(
      "✗ Enough core members have accepted: 2 (must be 4)",
    );
  });

  it("ledger gives all pages, a line an entry", async () => {
    const { env } = await given();
    expect((await fremdrift("network ledger n1 --json", env)).json()).toEqual(ENTRIES);
    expect((await fremdrift("network ledger n1 --json --after 2", env)).json()).toEqual(ENTRIES.slice(2));
    expect((await fremdrift("network ledger n1", env)).out.split("\n")).toEqual([
      "Uge 1 · 1. feb    Netværket begynder",
      "Uge 7 · 15. mar   Fase åbnet: Fokusering (Kim Prøve, netværksleder)",
      "Uge 14 · 4. maj   Idé noteret: Ring op",
      "Uge 31 · 1. sep   Netværket er slut: spredes",
      "",
    ]);
  });

  it("agenda says when, what and to whom", async () => {
    const { env } = await given();
    expect((await fremdrift("network agenda n1", env)).out).toMatch(
      /16\. mar 2027 09\.00 +Påmindelse: Møde 1 +a@example\.org, b@example\.org, c@example\.org \+1\n$/,
    );
    const empty = await given({ "GET /api/networks/n1/agenda": () => ({ body: [] }) });
    expect((await fremdrift("network agenda n1 --lang en", empty.env)).out).toBe("Nothing is due.\n");
  });

  it("messages says what went and what became of each mail that has not arrived", async () => {
    const message = { seq: 4, at: "2027-03-16T09:00:00+01:00", subject: "item:m1", rule: "meeting-2", to: ["invited"] };
    const mail = { person: "a@example.org", attempts: 1 };
    const messages = [
      {
        ...message,
        kind: "message.sent",
        deliveries: [
          { ...mail, state: "sent" },
          { ...mail, person: "b@example.org", state: "queued", response: "452 full" },
        ],
      },
      { ...message, seq: 5, kind: "message.failed", to: ["c@example.org"], reason: "550 unknown", deliveries: [] },
      { ...message, seq: 6, kind: "message.suppressed", reason: "too-late", deliveries: [] },
    ];
    const { env } = await given({ "GET /api/networks/n1/messages": () => ({ body: messages }) });
    const { out } = await fremdrift("network messages n1 --lang en", env);
    expect(out).toMatch(
      /16 Mar 2027 09:00 +meeting-2 item:m1 +sent 1\/2\n +b@example\.org: waits, tried 1 – 452 full\n/,
    );
    expect(out).toMatch(/could not be delivered: c@example\.org \(550 unknown\)\n/);
    expect(out).toMatch(/not sent \(its time had passed when the date became known\)\n$/);
    expect((await fremdrift("network messages n1 --json", env)).json()).toEqual(messages);
    const empty = await given({ "GET /api/networks/n1/messages": () => ({ body: [] }) });
    expect((await fremdrift("network messages n1", empty.env)).out).toBe("Ingen beskeder er gået endnu.\n");
  });

  it("trigger sends type, data and key, and tells what happened", async () => {
    const { env, calls } = await given();
    const line = ["network", "trigger", "n1", "openPhase", "--data", '{"phase":"focusing"}', "--key", "k7"];
    expect((await fremdrift(line, env)).out).toBe(
      "Taget imod.\nUge 7 · 15. mar   Fase åbnet: Fokusering (Kim Prøve, netværksleder)\n",
    );
    expect(calls[0]).toMatchObject({ key: "k7", body: { type: "openPhase", data: { phase: "focusing" } } });
    expect((await fremdrift([...line, "--json"], env)).json()).toEqual({
      key: "k7",
      entries: ENTRIES.slice(1, 2),
      state: DETAIL.state,
    });
  });

  it("a refused trigger exits 1 with what is missing, in words and as the one JSON document", async () => {
    const unmet = [{ criterion: "ideas", title: "Der er idéer nok", have: 3, need: 5 }];
    const refusal = problem("criteria", 409, "Noget mangler endnu.", { unmet });
    const { env } = await given({ "POST /api/networks/n1/triggers": () => ({ status: 409, body: refusal }) });
    const words = await fremdrift("network trigger n1 closePhase", env);
    expect([words.code, words.out]).toEqual([1, ""]);
    expect(words.err).toBe("Noget mangler endnu.\n  ✗ Der er idéer nok: 3 (skal være 5)\nGør noget andet.\n");
    const json = await fremdrift("network trigger n1 closePhase --json", env);
    expect(json.code).toBe(1);
    expect(json.json()).toEqual(refusal);
  });

  it("step moves time as asked and tells what happened", async () => {
    const { env, calls } = await given();
    const done = await fremdrift("network step n1 --until 2027-03-31", env);
    expect(done.out).toMatch(/Fase åbnet: Fokusering.*\nNetværkets tid er nu 15\. mar 2027 09\.00\.\n$/);
    expect(calls[0]!.body).toEqual({ until: "2027-03-31" });
    await fremdrift("network step n1", env);
    expect(calls.filter(({ method }) => method === "POST").at(-1)!.body).toEqual({});
  });

  it("token create asks for a person's token", async () => {
    const { env, calls } = await given();
    expect((await fremdrift("token create n1 --person kim@example.org", env)).out).toMatch(
      /kim@example\.org.*\nfd_x\n$/,
    );
    expect(calls[0]!.body).toEqual({ person: "kim@example.org" });
  });
});

describe("reaching the server", () => {
  it("finds address and token in the data folder that the server wrote", async () => {
    const { env, calls } = await given();
    const folder = tmpFolder();
    await writeFile(join(folder, "address"), `${env["FREMDRIFT_URL"]}\n`);
    await writeFile(join(folder, "admin-token"), "fd_file\n");
    expect((await fremdrift("network list", { FREMDRIFT_DATA: folder })).code).toBe(0);
    expect(calls[0]!.token).toBe("Bearer fd_file");
  });

  it("says that there is no token and how to get one", async () => {
    const folder = tmpFolder();
    const done = await fremdrift("network list --json", { FREMDRIFT_DATA: folder });
    expect(done.code).toBe(1);
    expect(done.json()).toMatchObject({ code: "no-token" });
    expect(done.err).toContain(`${folder}/admin-token findes ikke`);
    expect(done.err).toContain("npm start");
  });

  it("says that nobody answers and what to start, without a stack trace", async () => {
    const { env, close } = await given();
    close();
    const done = await fremdrift("network list --lang en", env);
    expect(done.code).toBe(1);
    expect(done.err).toBe(
      `Fremdrift does not answer (${env["FREMDRIFT_URL"]}).\nStart it with «npm start», or set FREMDRIFT_URL to one that runs.\n`,
    );
  });

  it.each([
    ["an answer that never came", () => "hang up" as const],
    ["one that may have happened", () => ({ status: 503, body: problem("no-temporal", 503, "Ikke svaret endnu.") })],
  ])("names the key to repeat a change with, after %s", async (_, answer) => {
    const { env, calls } = await given({ "POST /api/networks/n1/triggers": answer });
    const done = await fremdrift("network trigger n1 openPhase", env);
    expect(done.code).toBe(1);
    expect(done.err).toContain(`--key ${calls[0]!.key}`);
  });

  it("refuses an address that is none", async () => {
    const done = await fremdrift("network list", { FREMDRIFT_URL: "localhost", FREMDRIFT_TOKEN: "x" });
    expect(done.code).toBe(1);
    expect(done.err).toContain("FREMDRIFT_URL «localhost»");
  });
});
