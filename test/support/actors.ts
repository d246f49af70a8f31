// One of each kind of person who may ask, and one of each kind of thing they may ask for: rights are tested over both.
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { findPersonByEmail } from "../../store/people.ts";
import { createToken, hashToken } from "../../store/tokens.ts";
import { toDecisions } from "../api/journey.ts";
import type { Asked, TestHouse, TestNetwork } from "./house.ts";

/** In the order in which tables of rights tell what is said to each. */
export const ACTORS = [
  "nobody",
  "outsider",
  "guest",
  "coreMember",
  "referenceManager",
  "networkLead",
  "secretariat",
  "administrator",
] as const;
export type Actor = (typeof ACTORS)[number];

/** A table's word for each actor, in their order: `i` in, `s` to sign in, `n` no, `a` nothing is there. */
export type Says = string;
/** Everybody, signed in or not. */
export const OPEN: Says = "iiiiiiii";
export const SIGNED_IN: Says = "siiiiiii";
/** Whoever is a person: an administrator's key is nobody's. */
export const PERSONS: Says = "siiiiiin";
/** Who is of the network, and administrators; the network is not there for anybody else. */
export const MEMBERS: Says = "saiiiiai";
/** Of these who leads. */
export const LEADS: Says = "sannniai";
export const NETWORK_ADMIN: Says = "sannnnai";
export const ADMIN: Says = "snnnnnni";
/** Secretariat and administrators. */
export const MAKERS: Says = "snnnnnii";

export const OUTSIDER = "udenfor@example.org";
const SIF = "sif@example.org";
const PEOPLE = `name,email,role
Lea Lund,lead@example.org,networkLead
Kai Kjær,core@example.org,coreMember
Rie Rask,ref@example.org,referenceManager
Gry Gæst,guest@example.org,guest
Pia Palm,part@example.org,participant
`;

export type Scene = {
  network: TestNetwork;
  /** Another network of the same people, to be ended. */
  spare: TestNetwork;
  /** Of an actor; null of nobody. */
  tokens: Record<Actor, string | null>;
  /** A token for a link from a mail to the core member. */
  link(purpose: "answer" | "poll" | "signUp"): Promise<string>;
  made: Makers;
};
/** What each makes is new at each call, of the actor that is said; its id comes back. */
type Makers = Record<
  "file" | "feed" | "session" | "draft" | "networkDraft" | "theme" | "calendar" | "person",
  () => Promise<string>
>;

/** A network with ideas in test and a decision to come, and everybody's tokens. */
export async function sceneOf(house: TestHouse): Promise<Scene> {
  const [network, spare] = [await house.network({ people: PEOPLE }), await house.network({ people: PEOPLE })];
  const other = await house.network({ people: `name,email,role\nUlla Udenfor,${OUTSIDER},networkLead\n` });
  await house.ask("PUT", "/api/offices", { body: { offices: [{ person: SIF, name: "Sif", role: "secretariat" }] } });
  const sif = (await findPersonByEmail(house.store, SIF))!.id;
  await createToken(house.store, { token: "fd_sif", label: SIF, personId: sif, createdAt: 1 });
  await prepare(network);
  /** As who has signed in with it. */
  const session = async (token: string) =>
    (await house.ask<{ token: string }>("POST", "/api/sessions", { as: null, body: { token } })).body.token;
  const of = async (role: string) => await session(await network.tokenOf(role));
  const tokens = {
    nobody: null,
    outsider: await session(await other.tokenOf(OUTSIDER)),
    guest: await of("guest"),
    coreMember: await of("coreMember"),
    referenceManager: await of("referenceManager"),
    networkLead: await of("networkLead"),
    secretariat: await session("fd_sif"),
    administrator: await session(house.admin),
  };
  const core = (await findPersonByEmail(house.store, "core@example.org"))!.id;
  const SUBJECT = { answer: "item:svar", poll: "poll:afstem", signUp: "item:aaben" };
  const link: Scene["link"] = async (purpose) => {
    const about = { network: network.id, subject: SUBJECT[purpose], person: purpose === "signUp" ? "" : core };
    return house.parts.answerTokens.make({ ...about, purpose }, house.parts.now());
  };
  return { network, spare, tokens, link, made: makersOf(house, network, tokens) };
}

async function prepare(network: TestNetwork): Promise<void> {
  await toDecisions(network);
  await network.do("networkLead", "shortlist", { idea: "i2", reason: "Den er lige ved at være der" });
  await network.do("networkLead", "openBallot", { id: "b1", method: "dots", ideas: ["i3", "i4", "i5"] });
  const add = async (id: string, title: string) =>
    await network.do("networkLead", "addItem", {
      id,
      title,
      kind: "meeting",
      audience: ["coreMember"],
      reason: "Der er brug for det",
    });
  await add("aaben", "Åbent møde");
  await add("svar", "Møde at svare på");
  await add("afstem", "Møde at finde en dato til");
  for (const item of ["aaben", "svar"]) await network.do("networkLead", "pinItem", { item, start: "2027-06-16T09:00" });
  await network.do("networkLead", "openSignUp", { item: "aaben" });
  const dates = ["2027-06-17T09:00", "2027-06-18T09:00"];
  await network.do("networkLead", "startPoll", { item: "afstem", dates, minutes: 60 });
}

function makersOf(house: TestHouse, { id }: TestNetwork, tokens: Scene["tokens"]): Makers {
  const post = async <T>(path: string, as: Actor, body?: unknown, more: Asked = {}) => {
    const { status, body: said } = await house.ask<T>("POST", path, { as: tokens[as], body, ...more });
    if (status >= 300) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  };
  const idOf = async (made: Promise<{ id: string }>) => (await made).id;
  const feed = () => post<{ id: string; url: string }>(`/api/networks/${id}/feeds`, "coreMember", {});
  return {
    file: () =>
      idOf(
        post(`/api/networks/${id}/files?about=idea:i1&name=${randomUUID()}.txt`, "coreMember", "En note.", {
          headers: { "content-type": "application/octet-stream" },
        }),
      ),
    feed: () => idOf(feed()),
    calendar: async () => new URL((await feed()).url).pathname.split("/").at(-1)!,
    session: async () => {
      const { token } = await post<{ token: string }>("/api/sessions", "nobody", { token: tokens.coreMember });
      return hashToken(token).slice(0, 16);
    },
    draft: async () => {
      const { token } = await post<{ token: string }>("/api/sessions", "nobody", { token: tokens.coreMember });
      return await idOf(post("/api/drafts", "nobody", { page: "/", fields: [] }, { as: token }));
    },
    person: async () => {
      const email = `${randomUUID()}@example.org`;
      await post(`/api/networks/${id}/triggers`, "administrator", {
        type: "addPerson",
        data: { email, roles: ["participant"] },
      });
      return email;
    },
    networkDraft: () =>
      idOf(post("/api/network-drafts", "secretariat", { programme: "innovationsnetvaerk", start: "2027-02-01" })),
    theme: () =>
      idOf(
        post("/api/theme-proposals", "coreMember", {
          title: "Kortere ventetid",
          challenge: "Tre uger er lang tid.",
          lineManager: "ref@example.org",
        }),
      ),
  };
}

/**
 * What the store holds, to be compared: all tables whole, but when tokens were seen last, and what was answered to whom: a refusal is
 * kept there, so that it is given again to the same question; nor the key under which a person's words are sealed, which is made before the
 * words come to anything.
 */
export async function everything({ store, ask }: TestHouse): Promise<Record<string, string>> {
  const networks = (await ask<{ id: string }[]>("GET", "/api/networks")).body;
  await Promise.all(networks.map(({ id }) => written(ask, id)));
  const tables = (await store.db.introspection.getTables()).flatMap(({ name }) =>
    ["idempotency", "person_key"].includes(name) ? [] : [name],
  );
  const told: Record<string, string> = {};
  for (const name of tables) {
    const row = name === "token" ? sql`t.hash || coalesce(t.revoked_at::text, '')` : sql`t::text`;
    const { rows } = await sql<{ is: string }>`
      select md5(coalesce(string_agg(md5(${row}), '' order by md5(${row})), '')) as is from ${sql.table(name)} t
    `.execute(store.db);
    told[name] = rows[0]!.is;
  }
  return told;
}

/** Waits for a network to have begun. When its ledger can be read, all that it was asked is written. */
async function written(ask: TestHouse["ask"], id: string): Promise<void> {
  const ledger = async () => (await ask<object[]>("GET", `/api/networks/${id}/ledger`)).body;
  for (let tries = 0; (await ledger()).length === 0; tries += 1) {
    if (tries > 200) throw new Error(`the network ${id} does not begin`);
    await setTimeout(50);
  }
}

/** Letters of a table to the actors they are about. */
export const saidTo = (says: Says): [Actor, string][] => ACTORS.map((actor, n) => [actor, says[n] ?? "?"]);
