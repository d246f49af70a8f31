// Everybody at once.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const CROWD = 160;
const EMAILS = Array.from({ length: CROWD }, (_, i) => `p${i}@example.org`);
const PEOPLE = ["email,role", "lead@example.org,networkLead", ...EMAILS.map((email) => `${email},coreMember`)].join(
  "\n",
);

test("160 people trigger one network at once, and then all answer an invitation: all are answered, none is refused", async () => {
  const network = await house.network({ people: PEOPLE });
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  for (const email of EMAILS) await network.tokenOf(email);

  const ideas = await Promise.all(EMAILS.map((email) => network.do(email, "addIdea", { title: `Idé fra ${email}` })));
  expect(ideas.map(({ entries }) => entries.map(({ kind, by }) => [kind, by]))).toEqual(
    EMAILS.map((email) => [["idea.captured", email]]),
  );
  const { state } = await network.show();
  expect(state.ideas.map(({ title }) => title).toSorted()).toEqual(
    EMAILS.map((email) => `Idé fra ${email}`).toSorted(),
  );

  const answer = (i: number) => ({ item: "m1", answer: i % 2 ? "accepted" : "declined" });
  const answers = await Promise.all(EMAILS.map((email, i) => network.do(email, "answer", answer(i))));
  expect(answers.map(({ entries }) => entries[0]?.by)).toEqual(EMAILS);
  const invited = (await network.agenda()).find(({ rule }) => rule === "meeting-14")?.to;
  expect(invited).toEqual(EMAILS.filter((_, i) => i % 2).toSorted());

  const seqs = (await network.ledger()).map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, i) => i + 1));
});
