// Across networks in the pages: all networks in a table, and theme proposals from the first word to a network.
import { beforeAll, describe, expect, test } from "vitest";
import { findPersonByEmail } from "../../store/people.ts";
import { createToken } from "../../store/tokens.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { chosen, type Row } from "../../web/pages/overview/choose.ts";
import { wordsOf } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const site = siteOf(house);
const [FRIDA, LIS] = ["frida@example.org", "lis@example.org"];
const EVIL = `<img src=x onerror=alert(1)>`;
let network: TestNetwork;

beforeAll(async () => {
  network = await house.network();
  await house.network({ programme: "partnerskab", start: "2027-08-27" });
  await house.network({ people: `name,email,role\nLis,${LIS},networkLead\n` });
  await house.ask("PUT", "/api/offices", {
    body: { offices: [{ person: FRIDA, name: "Frida", role: "managementForum" }] },
  });
  for (const email of [FRIDA, LIS]) {
    const { id } = (await findPersonByEmail(house.store, email))!;
    await createToken(house.store, { token: `fd_${email}`, label: email, personId: id, createdAt: 1 });
  }
});

describe("the overview", () => {
  test("shows the forum all networks, a lead their own, and filters and sorts by its address", async () => {
    const frida = site.browser(`fd_${FRIDA}`);
    const all = await frida.get("/overview");
    expect(wordsOf(all).match(/prøvekørsel/g)).toHaveLength(3);
    const some = await frida.get("/overview?q=partner&sort=title");
    expect(wordsOf(some)).toContain("Partnerskab og samarbejde");
    expect(some.html.match(/role="rowheader"/g)).toHaveLength(1);
    expect(some.html).toContain('aria-sort="ascending"');
    expect(some.html).toContain('href="/overview?q=partner&amp;sort=title&amp;down=1"');
    const none = await frida.get(`/overview?q=${encodeURIComponent(EVIL)}&show=nothing`);
    expect(wordsOf(none)).toContain("Ingen netværk passer");
    expect(none.html).not.toContain("<img src=x");
    const lead = await site.browser(await network.tokenOf("networkLead")).get("/overview");
    expect(lead.html.match(/role="rowheader"/g)).toHaveLength(1);
  });

  test("comes as a file, and says to who has no network what will stand there", async () => {
    const file = await site.browser(`fd_${FRIDA}`).get("/overview.csv");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="fremdrift.csv"');
    expect(file.html.split("\n")[0]).toContain("titel");
    expect((await site.browser().get("/overview.csv")).path).toContain("/sign-in");
  });

  test("puts first what needs somebody; what has no value stands last, whichever way", () => {
    const row = (title: string, more: Partial<Row> = {}): Row => ({
      id: title,
      title,
      programme: { id: "p", title: "P" },
      type: "innovation",
      open: [],
      overdue: 0,
      decisions: { waiting: 0 },
      effort: { planned: 0, recorded: 0 },
      ended: false,
      rehearsal: false,
      ...more,
    });
    const rows = [
      row("a"),
      row("b", { overdue: 2, weeks: { week: 3, of: 9 } }),
      row("c", { decisions: { waiting: 1, days: 9 }, weeks: { week: 7, of: 9 } }),
      row("d", { rehearsal: true, overdue: 9 }),
      row("e", { ended: true }),
    ];
    const names = (choice: object) =>
      chosen(rows, { q: "", type: "", show: "all", down: false, ...choice }, "da").map(({ title }) => title);
    expect(names({})).toEqual(["b", "c", "a", "e", "d"]);
    expect(names({ show: "late" })).toEqual(["b", "c", "d"]);
    expect(names({ show: "ended" })).toEqual(["e"]);
    expect(names({ sort: "week" }).slice(0, 2)).toEqual(["b", "c"]);
    expect(names({ sort: "week", down: true }).slice(0, 2)).toEqual(["c", "b"]);
  });
});

test("a theme is proposed, gets its hours, is decided with a reason and becomes a network", async () => {
  const lead = site.browser(await network.tokenOf("networkLead"));
  const form = await lead.get("/themes/new");
  const refused = await lead.press(form, "theme", {
    title: "",
    challenge: EVIL,
    "characteristics.complex": "Ingen ved det.",
  });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(refused.html).toContain("Ingen ved det.");
  expect(refused.html).toMatch(/id="theme-title"[^>]*aria-invalid="true"/);
  const made = await lead.press(refused, "theme", {
    title: "Kortere ventetid",
    challenge: EVIL,
    "characteristics.complex": "Ingen ved det.",
    lineManager: LIS,
  });
  expect(wordsOf(made)).toContain("Forslaget er sendt til chefforum.");
  expect(wordsOf(made)).toContain("Komplekst Ingen ved det.");
  expect(made.html).not.toContain("<img src=x");

  const lis = site.browser(`fd_${LIS}`);
  const hours = await lis.press(await lis.get(made.path), "hours", { agreed: "yes", days: "12,5", reason: "" });
  expect(wordsOf(hours)).toContain("12,5 arbejdsdage er aftalt");

  const frida = site.browser(`fd_${FRIDA}`);
  expect(wordsOf(await frida.get("/themes"))).toMatch(
    /1 forslag venter på chefforum\..*Venter på dig Kortere ventetid/,
  );
  const unsaid = await frida.press(await frida.get(made.path), "decide", { reason: "Godt" });
  expect([unsaid.status, wordsOf(unsaid)]).toEqual([422, expect.stringContaining("Vælg ja, nej eller vent.")]);
  expect(unsaid.html).toContain(">Godt</textarea>");
  const waits = await frida.press(unsaid, "decide", { outcome: "wait", reason: "" });
  expect(waits.status).toBe(422);
  expect(waits.html).toContain('value="wait" checked');
  const yes = await frida.press(waits, "decide", { outcome: "yes", reason: "Godt" });
  expect(wordsOf(yes)).toContain("Chefforum har sagt ja.");
  expect(yes.html).not.toContain('id="decide"');

  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const started = await lead.press(await lead.get(made.path), "start", {
    start: day,
    programme: "innovationsnetvaerk",
  });
  expect([started.status, started.path]).toEqual([200, expect.stringMatching(/^\/networks\/innovationsnetvaerk-/)]);
  expect(wordsOf(await frida.get(made.path))).toContain("blevet til netværk");
  const member = site.browser(await network.tokenOf("coreMember"));
  expect((await member.get(made.path)).status).toBe(404);
});

test("an administrator says who has a role and when the forum meets; nobody else", async () => {
  const admin = site.browser(house.admin);
  const page = await admin.get("/themes/forum");
  const saved = await admin.press(page, "dates", { "dates.0": "2027-05-04", "dates.1": "" });
  expect(wordsOf(saved)).toContain("Mødedatoerne er gemt.");
  expect(wordsOf(await admin.get("/themes"))).toContain("tirsdag den 4. maj 2027");
  const wrong = await admin.press(page, "offices", {
    "offices.0.person": "ikke en adresse",
    "offices.0.role": "secretariat",
  });
  expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('value="ikke en adresse"')]);
  const frida = site.browser(`fd_${FRIDA}`);
  expect((await frida.get("/themes/forum")).html).not.toContain('id="offices"');
  const member = site.browser(await network.tokenOf("coreMember"));
  expect((await member.get("/themes/forum")).status).toBe(403);
});
