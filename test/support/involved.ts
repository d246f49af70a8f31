// Somebody who has to do with everything: in every table that people are in, by what they did and by what others did about them.
import { findPersonByEmail } from "../../store/people.ts";
import { markBounced } from "../../store/inbox.ts";
import { claimMails, settleMails } from "../../store/outbox.ts";
import type { Scene } from "./actors.ts";
import type { TestHouse } from "./house.ts";

/** No part of it is in anything else that is kept. */
export const INVOLVED = { name: "Xanthippe Quistorff", email: "Xanthippe@quistorff.example" };
const { name, email } = INVOLVED;
const ROLES = ["participant", "coreMember", "lineManager", "referenceManager"];

/** Their id, a token of theirs, and the calendar that they made. */
export type Involved = { id: string; as: string; calendar: string };

/** Has them do what people do, and has others do what is done about people. */
export async function involve(house: TestHouse, { network }: Scene): Promise<Involved> {
  const lead = "networkLead";
  await network.do(lead, "addPerson", { email, name, roles: ROLES, organisation: "Nordby", region: "nord" });
  const { id } = (await findPersonByEmail(house.store, email))!;
  const token = await network.tokenOf(email);
  const own = async <T>(path: string, body: unknown, more: object = {}, as: string | null = token) => {
    const { status, body: said } = await house.ask<T>("POST", path, { as, body, ...more });
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  };
  const offices = ["sif@example.org", email].map((person) => ({ person, role: "secretariat" }));
  await house.ask("PUT", "/api/offices", { body: { offices } });

  // In the network.
  await network.do(email, "answer", { item: "svar", answer: "tentative", note: "Måske" });
  await network.do(email, "addDiscovery", { perspective: "users", text: "Der ventes", source: "Samtale" });
  await network.do(email, "addIdea", { title: "Færre skemaer", text: "Ét i stedet for fem", authors: [email] });
  await network.do(email, "commentIdea", { idea: "i1", text: "God idé" });
  await network.do(email, "castBallot", { ballot: "b1", dots: { i3: 1 } });
  await network.do(email, "addLink", { about: "idea:i1", url: "https://example.org/x", title: "Mere" });
  await network.do(email, "agreeHours", { days: 8 });
  await network.do(email, "answerMembership", { answer: "accepted" });
  await network.do(email, "answerPoll", { item: "afstem", answers: { "2027-06-17T09:00": "yes" } });
  await network.do(email, "nameSubstitute", { substitute: "core@example.org", from: "2027-01-01", to: "2028-01-01" });
  await network.do(email, "backTest", { idea: "i2" });
  await network.do(lead, "setAgenda", { item: "svar", points: [{ title: "Velkomst", who: email }] });
  await network.do(lead, "addItem", { id: "opgave", title: "En opgave", kind: "task", owner: email, reason: "Aftalt" });
  await network.do(lead, "recordMinutes", {
    item: "m1",
    text: "Vi mødtes.",
    tasks: [{ title: "Ring rundt", owner: email, due: "2027-06-01" }],
  });
  await network.do(lead, "recordAttendance", { item: "m1", present: [email] });
  await network.do(lead, "handOver", { role: "lineManager", from: email, to: "part@example.org" });
  await network.do(lead, "answer", { item: "svar", answer: "accepted", person: email });

  // Beside it.
  const file = { headers: { "content-type": "application/octet-stream" } };
  await own(`/api/networks/${network.id}/files?about=idea:i1&name=note.txt`, "En note.", file);
  const { url } = await own<{ url: string }>(`/api/networks/${network.id}/feeds`, {});
  await own("/api/feeds", {});
  const theme = { title: "Kortere ventetid", challenge: "Tre uger er lang tid.", lineManager: "ref@example.org" };
  const proposed = await own<{ id: string }>("/api/theme-proposals", theme);
  await own(`/api/theme-proposals/${proposed.id}/withdrawals`, { reason: "Ikke nu" });
  await own("/api/theme-proposals", { ...theme, lineManager: email }, {}, await network.tokenOf("coreMember"));
  await own("/api/network-drafts", { programme: "innovationsnetvaerk", start: "2027-02-01" });
  await house.ask("POST", "/api/network-drafts", { body: { people: `email,role\n${email},networkLead` } });
  const people = `email,role\nny.leder@example.org,networkLead\n`;
  await own("/api/networks", { programme: "innovationsnetvaerk", start: "2027-02-01", clock: "stepped", people });
  const session = await own<{ token: string }>("/api/sessions", { token }, {}, null);
  await own("/api/drafts", { page: "/", fields: [["text", "Halvt skrevet"]] }, {}, session.token);
  await own("/api/sign-ins", { email, browser: "x".repeat(20) }, {}, null);
  await failing(house, id);
  return { id, as: token, calendar: new URL(url).pathname };
}

/** A mail to them that a server refused, as it says to whom; and an address that is gone. */
async function failing({ store, parts }: TestHouse, id: string): Promise<void> {
  const [now, said] = [parts.now(), `550 5.1.1 <${email}> no such user`];
  const claimed = await claimMails(store, { by: "a test", limit: 10_000, now });
  const [mine] = claimed.filter(({ reader }) => reader.id === id);
  if (!mine) throw new Error("there is no mail to them");
  await settleMails(store, [{ messageId: mine.messageId, state: "failed", at: now, response: said, bounced: true }]);
  const rest = claimed.filter((one) => one !== mine).slice(0, 20);
  await settleMails(
    store,
    rest.map(({ messageId }) => ({ messageId, state: "sent", at: now, response: "250 ok" })),
  );
  await markBounced(store, { personId: id, at: now, why: said });
}
