// Two people at one thing, pages that are not there, and what is typed when a session has ended.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";
import { siteOf } from "./site.ts";

const house = useHouse();

test("who edits what somebody else has changed meanwhile is told by whom, keeps what was typed, and has the last word", async () => {
  const network = await house.network();
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  const lead = siteOf(house).browser(await network.tokenOf("networkLead"));
  const place = `/networks/${network.id}/meetings/m1`;
  const page = await lead.get(place);
  await network.do("coDriver", "setAgenda", { item: "m1", points: [{ title: "Velkomst", minutes: 10 }] });
  const typed = { "d.points.0.title": "Rundvisning", "d.points.0.minutes:n": "20" };
  const told = await lead.press(page, "agenda", typed);
  expect(told.status).toBe(409);
  expect(told.html).toMatch(/har ændret det, mens du skrev/);
  expect(told.html).toContain('value="Rundvisning"');
  const agenda = async () =>
    (await house.ask<{ agenda: { points: { title: string }[] } }>("GET", `/api/networks/${network.id}/meetings/m1`))
      .body.agenda.points;
  expect(await agenda()).toMatchObject([{ title: "Velkomst" }]);
  expect((await lead.press(told, "agenda", typed)).status).toBe(200);
  expect(await agenda()).toMatchObject([{ title: "Rundvisning" }]);
});

test("what changed for oneself is nobody else's change", async () => {
  const network = await house.network();
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  const lead = siteOf(house).browser(await network.tokenOf("networkLead"));
  const page = await lead.get(`/networks/${network.id}/meetings/m1`);
  await network.do("networkLead", "setAgenda", { item: "m1", points: [{ title: "Velkomst" }] });
  expect((await lead.press(page, "agenda", { "d.points.0.title": "Kaffe" })).status).toBe(200);
});

test.each(["/findes-ikke", "/networks/x/meetings/y/z", "/%E6", "/sign-in/a/b/c"])(
  "a page that is not there is said to be so, in our frame: %s",
  async (path) => {
    const page = await siteOf(house).browser().get(path);
    expect(page.status).toBe(404);
    expect(page.html).toContain("Siden findes ikke");
  },
);

test("what was typed when the session had ended is there again after signing in", async () => {
  const network = await house.network();
  const [email] = network.emails("participant");
  const token = await network.tokenOf("participant");
  const { body: session } = await house.ask<{ token: string }>("POST", "/api/sessions", { as: null, body: { token } });
  const browser = siteOf(house).browser(session.token);
  const page = await browser.get(`/networks/${network.id}/ideas`);
  await house.ask("DELETE", "/api/sessions/current", { as: session.token });
  const form = /action="[^"]*\/ideas\/add" id="([\w-]+)"/.exec(page.html)![1]!;
  const out = await browser.press(page, form, { title: "Sms når sagen flytter sig" });
  expect(out.path).toMatch(/^\/sign-in\?back=.*kept=1/);
  expect(out.html).toContain("Din tekst er gemt");
  const again = await house.ask<{ token: string }>("POST", "/api/sessions", { as: null, body: { token } });
  browser.jar.set("fremdrift-session", again.body.token);
  const back = await browser.get(new URL(`http://x${out.path}`).searchParams.get("back")!);
  expect(back.html).toContain('value="Sms når sagen flytter sig"');
  expect((await network.ledger()).some(({ kind, by }) => kind === "idea.added" && by === email)).toBe(false);
});
