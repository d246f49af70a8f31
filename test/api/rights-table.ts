// Who may what: every route, and triggers that differ in it, with what is said to each kind of person. Read it as what is promised.
import {
  ADMIN,
  type Actor,
  LEADS,
  MAKERS,
  MEMBERS,
  NETWORK_ADMIN,
  OPEN,
  PERSONS,
  type Says,
  type Scene,
  SIGNED_IN,
} from "../support/actors.ts";

/** `in`: what those are answered who may, where that is no success. */
export type Asked = { body?: unknown; query?: string; in?: number; of?: "spare" };
export type Row = [says: Says, asked?: Asked | ((scene: Scene, actor: Actor) => Asked)];

const trigger = (type: string, data: object = {}, more: Asked = {}): Asked => ({ body: { type, data }, ...more });
const N = "/api/networks/{id}";
const [REASON, DAY] = ["Det blev aftalt", "2027-06-16"];
const THEME = { title: "Kortere ventetid", challenge: "Tre uger er lang tid." };

/** By method and path, and what is asked of it where that makes a difference. */
export const TABLE: Record<string, Row> = {
  // The house itself.
  "GET /healthz": [OPEN],
  "GET /readyz": [OPEN],
  "GET /api/openapi.json": [OPEN],
  "GET /api/checks": [ADMIN],
  "GET /api/machines/versions": [ADMIN],
  "POST /api/machines/migrations": [ADMIN, { body: { dryRun: true } }],
  "GET /api/programmes": [SIGNED_IN],
  "GET /api/programmes/{id}": [SIGNED_IN],
  "GET /api/programmes/{id}/picture": [SIGNED_IN],

  // Signing in, and what is one's own.
  "GET /api/sign-ins": [OPEN],
  "POST /api/sign-ins": [OPEN, { body: { email: "ukendt@example.org", browser: "x".repeat(20) } }],
  "POST /api/provider-visits": ["aaaaaaaa", { body: { callback: "https://fremdrift.invalid/sign-in/callback" } }],
  "POST /api/sessions": [OPEN, ({ tokens }) => ({ body: { token: tokens.guest } })],
  "GET /api/sessions": [SIGNED_IN],
  "DELETE /api/sessions/{id}": ["saaiaaaa"],
  "POST /api/drafts": ["siiiiiis", { body: { page: "/", fields: [] } }],
  "GET /api/drafts/{id}": ["saaiaaaa"],
  "GET /api/me": [PERSONS],
  "PATCH /api/me": [PERSONS, { body: { digest: false } }],
  "GET /api/me/export": [PERSONS],
  "POST /api/me/erasures": [PERSONS, { body: { confirm: "en.anden@example.org" }, in: 422 }],
  "GET /api/me/waiting": [SIGNED_IN],
  "GET /api/overview": [SIGNED_IN],
  "POST /api/feeds": [PERSONS, { body: {} }],
  "GET /api/feeds": [SIGNED_IN],
  "DELETE /api/feeds/{id}": ["saaiaiai"],
  "GET /calendars/{file}": [OPEN],

  // Links from mails: whoever has one.
  "GET /api/answer-links/{token}": [OPEN],
  "POST /api/answer-links/{token}": [OPEN, { body: { choice: "accepted" } }],
  "GET /api/sign-ups/{token}": [OPEN],
  "POST /api/sign-ups/{token}": [OPEN, (_, who) => ({ body: { name: who, email: `${who}@example.org` } })],
  "GET /api/poll-links/{token}": [OPEN],
  "POST /api/poll-links/{token}": [OPEN, { body: { answers: { "2027-06-17T09:00:00+02:00": "yes" } } }],

  // Before there is a network.
  "GET /api/theme-proposals": [SIGNED_IN],
  "POST /api/theme-proposals": [PERSONS, { body: THEME }],
  "GET /api/theme-proposals/{id}": ["saaiiaii"],
  "POST /api/theme-proposals/{id}/decisions": ["saannann", { body: { outcome: "yes" } }],
  "POST /api/theme-proposals/{id}/withdrawals": ["saainann", { body: {} }],
  "POST /api/theme-proposals/{id}/hours": ["saaniann", { body: { agreed: true, days: 8 } }],
  "POST /api/theme-proposals/{id}/networks": ["saainaii", { body: { start: "2027-02-01", clock: "stepped" }, in: 409 }],
  "GET /api/forum-meetings": [SIGNED_IN],
  "PUT /api/forum-meetings": [MAKERS, { body: { dates: [DAY] } }],
  "GET /api/offices": [MAKERS],
  "PUT /api/offices": [ADMIN, { body: { offices: [{ person: "sif@example.org", role: "secretariat" }] } }],
  "GET /api/network-drafts": [MAKERS],
  "POST /api/network-drafts": [MAKERS, { body: {} }],
  "GET /api/network-drafts/{id}": ["snnnnnia"],
  "PATCH /api/network-drafts/{id}": ["snnnnnia", { body: { title: "Et netværk" } }],
  "GET /api/network-drafts/{id}/messages": ["snnnnnia"],
  "DELETE /api/network-drafts/{id}": ["snnnnnia"],
  "GET /api/networks": [SIGNED_IN],

  // A network as it is read.
  [`GET ${N}`]: [MEMBERS],
  [`GET ${N}/card`]: [MEMBERS],
  [`GET ${N}/now`]: [MEMBERS],
  [`GET ${N}/waiting`]: [MEMBERS],
  [`GET ${N}/events`]: [MEMBERS],
  [`GET ${N}/log`]: [MEMBERS],
  [`GET ${N}/ledger`]: [MEMBERS],
  [`GET ${N}/audit`]: [MEMBERS],
  [`GET ${N}/verification`]: [MEMBERS],
  [`GET ${N}/timeline`]: [MEMBERS],
  [`GET ${N}/chart`]: [MEMBERS],
  [`GET ${N}/agenda`]: [MEMBERS],
  // How its machines stand: whoever leads.
  [`GET ${N}/inspection`]: [LEADS],
  [`GET ${N}/inspection/moves`]: [LEADS],
  [`POST ${N}/inspection/what-if`]: [LEADS, { body: { until: "2027-06-20" } }],
  [`GET ${N}/plan`]: [MEMBERS],
  [`GET ${N}/export`]: [MEMBERS, { query: "?format=csv" }],
  [`GET ${N}/report`]: [MEMBERS],
  [`GET ${N}/edition`]: [MEMBERS],
  [`POST ${N}/edition`]: [MEMBERS, { body: { programme: {} }, in: 422 }],
  [`GET ${N}/messages`]: [MEMBERS],
  [`GET ${N}/foundation`]: [MEMBERS],
  [`GET ${N}/people`]: [MEMBERS],
  [`GET ${N}/reminders`]: [MEMBERS],
  [`POST ${N}/rosters`]: [MEMBERS, { body: { text: "ny@example.org", role: "participant" } }],
  [`GET ${N}/meetings`]: [MEMBERS],
  [`GET ${N}/meetings/{item}`]: [MEMBERS],
  // A calendar is somebody's: who is asked to the meeting has it in theirs, and whoever has the lead's rights.
  [`GET ${N}/meetings/{item}/calendar`]: ["saaiaiai"],
  [`GET ${N}/homework`]: [MEMBERS],
  [`GET ${N}/homework/{item}`]: [MEMBERS],
  [`GET ${N}/discoveries`]: [MEMBERS],
  [`GET ${N}/themes`]: [MEMBERS],
  [`GET ${N}/ideas`]: [MEMBERS],
  [`GET ${N}/ideas/{idea}`]: [MEMBERS],
  [`GET ${N}/decisions/{subject}`]: [MEMBERS],
  [`GET ${N}/ballots`]: [MEMBERS],
  [`GET ${N}/polls`]: [MEMBERS],
  [`GET ${N}/sign-ups`]: [MEMBERS],
  [`GET ${N}/monitoring`]: [MEMBERS],
  [`GET ${N}/effort`]: [MEMBERS],
  [`GET ${N}/budget`]: [MEMBERS],
  [`GET ${N}/files`]: [MEMBERS],
  [`GET ${N}/files/{file}`]: [MEMBERS],
  [`GET ${N}/feeds`]: [MEMBERS],

  // What is done to it.
  [`POST ${N}/files`]: [MEMBERS, { body: "En note.", query: "?about=idea:i1&name=note.txt" }],
  [`DELETE ${N}/files/{file}`]: ["saniniai"],
  [`POST ${N}/feeds`]: ["saiiiiai", (_, who) => ({ body: {}, ...(who === "administrator" && { in: 422 }) })],
  [`POST ${N}/feeds of all meetings`]: [
    LEADS,
    (_, who) => ({ body: { whole: true, ...(who === "administrator" && { person: "lead@example.org" }) } }),
  ],
  [`POST ${N}/feeds of another`]: [LEADS, { body: { person: "part@example.org" } }],
  [`POST ${N}/steps`]: [LEADS, { body: { until: "2027-02-02" } }],
  [`POST ${N}/tokens`]: [NETWORK_ADMIN, { body: { person: "part@example.org" } }],
  "GET /api/backup": [ADMIN, { in: 409 }],
  [`POST ${N}/rebuilds`]: [NETWORK_ADMIN, { body: { dryRun: true } }],
  [`POST ${N}/resets`]: [NETWORK_ADMIN, { body: { at: "2001-01-01" }, in: 422 }],
  [`POST ${N}/previews addDiscovery`]: [
    MEMBERS,
    trigger("addDiscovery", { perspective: "users", text: "Der ventes", source: "Samtale" }),
  ],
  [`POST ${N}/previews openBallot`]: [LEADS, trigger("openBallot", { method: "dots" })],
  [`POST ${N}/triggers addIdea`]: [MEMBERS, trigger("addIdea", { title: "En ny idé" })],
  // Whoever is invited answers, and whoever leads; a key that is nobody's has nothing to answer for itself, but for others.
  [`POST ${N}/triggers answer`]: ["saninian", trigger("answer", { item: "svar", answer: "accepted" })],
  [`POST ${N}/triggers answer for the core member`]: [
    "saniniai",
    trigger("answer", { item: "svar", answer: "accepted", person: "core@example.org" }),
  ],
  [`POST ${N}/triggers moveItem`]: [LEADS, (_, who) => moved(who)],
  [`POST ${N}/triggers openPhase`]: [LEADS, trigger("openPhase", { phase: "evaluation" }, { in: 409 })],
  [`POST ${N}/triggers recordMinutes`]: [
    LEADS,
    trigger("recordMinutes", { item: "m1", text: "Vi mødtes." }, { in: 409 }),
  ],
  [`POST ${N}/triggers openBallot`]: [LEADS, trigger("openBallot", { method: "dots" })],
  // An administrator's key has the lead's rights; a vote of nobody is refused for what it is.
  [`POST ${N}/triggers castBallot`]: [
    "saniiiai",
    (_, who) => trigger("castBallot", { ballot: "b1", dots: { i3: 1 } }, who === "administrator" ? { in: 409 } : {}),
  ],
  [`POST ${N}/triggers addPerson`]: [
    LEADS,
    (_, who) => trigger("addPerson", { email: `af.${who}@example.org`, roles: ["participant"] }),
  ],
  [`POST ${N}/triggers removePerson`]: [
    LEADS,
    trigger("removePerson", { person: "af.networkLead@example.org" }, { in: 409 }),
  ],
  "DELETE /api/people/{email}": [ADMIN],
  [`POST ${N}/triggers backTest`]: ["sanninan", trigger("backTest", { idea: "i2" })],
  [`POST ${N}/triggers decide`]: ["sanninan", trigger("decide", { idea: "i1", outcome: "discard", reason: REASON })],
  [`POST ${N}/triggers agreeHours`]: ["sannnnan", trigger("agreeHours", { days: 8 })],
  [`POST ${N}/triggers stopNetwork`]: [
    "sanniiai",
    trigger("stopNetwork", { reason: REASON }, { of: "spare", in: 409 }),
  ],

  // Last, since what they make goes on beside what follows.
  "POST /api/network-drafts/{id}/networks": ["snnnnnia", { body: { clock: "stepped" } }],
  "POST /api/networks": [
    MAKERS,
    {
      body: {
        programme: "innovationsnetvaerk",
        start: "2027-02-01",
        clock: "stepped",
        people: "email,role\nny@example.org,networkLead\n",
      },
    },
  ],
  "POST /api/demos": [ADMIN, { body: { weeksPerSecond: 0.000_001 } }],
};

const moved = (who: Actor): Asked =>
  trigger("moveItem", { item: "svar", start: who === "networkLead" ? "2027-06-21T09:00" : "2027-06-22T09:00" });
