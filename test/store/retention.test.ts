// Networks that ended long ago are forgotten, on both databases: who was in them and what they wrote, and not that it happened.
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Note } from "../../machines/note.ts";
import { audit } from "../../store/audit.ts";
import { modelsOf } from "../../store/log.ts";
import { getNetwork } from "../../store/networks.ts";
import type { Store } from "../../store/open.ts";
import { findPersonByEmail } from "../../store/people.ts";
import { forgetMails } from "../../store/retention.ts";
import { createTheme, readTheme } from "../../store/theme-proposals.ts";
import { keepTexts } from "../../store/texts.ts";
import { retain } from "../../worker/retention.ts";
import { onBoth } from "./both.ts";
import { aModel, aPerson, fresh, givenMails, givenNetwork, T0, written } from "./given.ts";

const DAY = 86_400_000;
const ENDED = Date.UTC(2027, 5, 15);
/** Two years after that, less a month, and more. */
const [EARLY, NOTED, SOON, OVER] = [
  Date.UTC(2029, 4, 14),
  Date.UTC(2029, 4, 16),
  Date.UTC(2029, 5, 14),
  Date.UTC(2029, 5, 17),
];

function cases(store: () => Store): void {
  const at = async (now: number, months = 24): Promise<Note[]> => {
    const notes: Note[] = [];
    const post = async (note: Note) => void notes.push(note);
    await retain({ store: store(), now: () => now, months, base: () => "https://x.example", post });
    return notes;
  };
  const end = (id: string, when: number | null) =>
    store().db.updateTable("network").set({ ended_at: when }).where("id", "=", id).execute();
  const told = (notes: Note[], id: string) =>
    notes
      .filter(({ url }) => url.includes(id))
      .map(({ to }) => to.email)
      .toSorted();
  const known = async ({ email }: { email: string }) => (await findPersonByEmail(store(), email)) !== undefined;
  const whole = async (table: string, id: string) => {
    const query = sql<{
      t: string;
    }>`select coalesce(string_agg(t::text, ' '), '') as t from ${sql.table(table)} t where network_id = ${id}`;
    return (await query.execute(store().db)).rows[0]!.t;
  };

  /** A network that ended, with a lead, one who is in another that goes on, and what they wrote. */
  async function given() {
    const lead = aPerson({ name: "Zenobia Led", roles: ["networkLead"] });
    const both = aPerson({ name: "Berta Begge" });
    const left = aPerson({ name: "Finn Forlod" });
    const id = await givenMails(store(), [lead, both, left]);
    await givenNetwork(store(), { people: [both] });
    await keepTexts(store(), id, [{ kind: "text", key: "k2", at: T0, data: { title: "Regnorme", minutes: 5 } }]);
    const discovery = { perspective: "users", text: "Zenobia sagde det", source: "Hr. Hansen" };
    await written(store(), id, [{ key: "k2", by: lead.id }]);
    await written(store(), id, [{ key: "k3", kind: "discovery.added", by: left.id, reason: "fordi" }], {
      contributions: [{ kind: "discovery.added", person: left.id, key: "k3", at: T0, data: discovery }],
      members: [{ do: "leave", person: left.id }],
    });
    await end(id, ENDED);
    return { id, lead, both, left };
  }

  test("two years after its end a network is forgotten: who leads and the secretariat are told a month before, once", async () => {
    const { id, lead, both, left } = await given();
    const sif = aPerson({ name: "Sif" });
    await givenNetwork(store(), { people: [{ ...sif, roles: ["participant"] }] });
    await store().db.insertInto("office").values({ person_id: sif.id, role: "secretariat" }).execute();

    expect(told(await at(EARLY), id)).toEqual([]);
    const notes = await at(NOTED);
    expect(told(notes, id)).toEqual([lead.email, sif.email].toSorted());
    expect(notes.find(({ url }) => url.includes(id))).toMatchObject({ kind: "retention", day: "16.6.2029" });
    expect(told(await at(SOON), id)).toEqual([]);
    expect(await known(lead)).toBe(true);

    await at(OVER);
    expect([await known(lead), await known(left), await known(both), await known(sif)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    for (const table of ["file", "outbox", "script", "played", "feed"])
      expect([table, await whole(table, id)]).toEqual([table, ""]);
    const words = await whole("contribution", id);
    expect(words).not.toMatch(/Zenobia|Hansen|Regnorme/);
    expect(words).toMatch(/perspective\W+users/);
    // The ledger as it was, by number: it still verifies, and what was removed is said.
    expect(await audit(store(), id)).toMatchObject({ rows: 3, broken: [], withheld: 2 });
    expect(await whole("ledger", id)).toContain(left.id);
    await store().db.deleteFrom("office").where("person_id", "=", sif.id).execute();
  });

  test("what is kept for good, goes on, or nobody was told of a month before is not forgotten", async () => {
    const { id, lead } = await given();
    expect([await at(OVER, 0), await known(lead)]).toEqual([[], true]);
    // An installation that had it long ago: told first, and a month to go.
    await at(OVER);
    expect(await known(lead)).toBe(true);
    await at(OVER + 29 * DAY);
    expect(await known(lead)).toBe(true);
    await at(OVER + 32 * DAY);
    expect([await known(lead), (await getNetwork(store(), id))?.title]).toEqual([false, "Ældre på tværs"]);

    const going = aPerson({ roles: ["networkLead"] });
    const open = await givenNetwork(store(), { people: [going] });
    const rehearsal = await givenNetwork(store(), { people: [going], clock: "stepped", createdAt: OVER });
    for (const later of [OVER + 300 * DAY, OVER + 690 * DAY])
      expect([told(await at(later), open), told(await at(later), rehearsal)]).toEqual([[], []]);
    expect(told(await at(OVER + 720 * DAY), rehearsal)).toEqual([going.email]);
    await at(OVER + 760 * DAY);
    expect(await known(going)).toBe(true);
  });

  test("a theme that was refused is forgotten as long after it, and one that still waits is not", async () => {
    const proposer = aPerson();
    await givenNetwork(store(), { people: [proposer] });
    const theme = (id: string) => ({
      id,
      title: "T",
      challenge: "C",
      type: "innovation" as const,
      characteristics: {},
      proposer: proposer.id,
      proposedAt: T0,
    });
    const [refused, waiting] = [fresh("t"), fresh("t")];
    for (const id of [refused, waiting]) await createTheme(store(), theme(id), id);
    for (const [id, outcome] of [
      [refused, "no"],
      [waiting, "wait"],
    ] as const)
      await store()
        .db.insertInto("theme_proposal_step")
        .values({
          proposal_id: id,
          n: 1,
          at: ENDED,
          by_person: proposer.id,
          kind: "decided",
          reason: null,
          data: JSON.stringify({ outcome }),
          key: id,
        })
        .execute();
    await at(SOON);
    expect(await readTheme(store(), refused)).toBeDefined();
    await at(OVER);
    expect([await readTheme(store(), refused), (await readTheme(store(), waiting))?.theme.id]).toEqual([
      undefined,
      waiting,
    ]);
  });

  test("what a mail said is forgotten, and not that it was sent", async () => {
    const people = [aPerson(), aPerson()];
    const id = await givenMails(store(), people);
    await store()
      .db.updateTable("outbox")
      .set({ state: "sent", sent_at: T0, response: "250 ok" })
      .where("network_id", "=", id)
      .where("person_id", "=", people[0]!.id)
      .execute();
    await forgetMails(store(), T0);
    expect((await modelsOf(store(), id, [1])).get(1)?.people).toBe(2);
    await forgetMails(store(), T0 + 1);
    const rows = await store()
      .db.selectFrom("outbox")
      .select(["state", "model", "response"])
      .where("network_id", "=", id)
      .orderBy("state")
      .execute();
    expect(rows).toEqual([
      { state: "queued", model: aModel(), response: null },
      { state: "sent", model: {}, response: null },
    ]);
    expect((await modelsOf(store(), id, [1])).get(1)?.model).toEqual(aModel());
  });
}

onBoth(cases);
