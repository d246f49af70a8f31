// Who may open which page and send which form: every route of the site, with what is said to each kind of person.
import { ADMIN, type Actor, LEADS, MAKERS, MEMBERS, NETWORK_ADMIN, OPEN, PERSONS } from "../support/actors.ts";
import { type Says, type Scene, SIGNED_IN } from "../support/actors.ts";

/** Fields of a form; of each actor, where they differ. */
export type Fields = Record<string, string | string[] | File>;
export type Row = [says: Says, fields?: Fields | ((scene: Scene, actor: Actor) => Fields)];

const N = "/networks/:id";
const D = "/networks/new/:draft";
/** Whoever plans a network has the draft alone. */
const OWN_DRAFT: Says = "snnnnnia";
const REASON = "Det blev aftalt";
const STEPS = ["programme", "start", "dates", "people", "messages", "begin"];
const all = (rows: string[], row: Row): Record<string, Row> => Object.fromEntries(rows.map((one) => [one, row]));

/** By method and path; of what is done to a network also which trigger. */
export const TABLE: Record<string, Row> = {
  // What anybody may open, and ways in. A way that is none is told so.
  ...all(["GET /privacy", "GET /accessibility", "GET /assets/*", "GET /sign-in", "GET /sign-in/sent"], [OPEN]),
  "GET /sign-in/:token": [OPEN],
  "GET /sign-in/provider": ["aaaaaaaa"],
  "GET /sign-in/callback": ["ssssssss"],
  "POST /sign-in": [OPEN, { email: "ukendt@example.org" }],
  "POST /sign-in/key": [OPEN, ({ tokens }) => ({ token: tokens.guest ?? "" })],
  "POST /sign-in/:token": ["ssssssss"],
  // Links from mails: whoever has one.
  "GET /a/:token": [OPEN],
  "POST /a/:token": [OPEN, { key: "k", choice: "accepted" }],
  "GET /s/:token": [OPEN],
  "POST /s/:token": [OPEN, (_, who) => ({ key: who, name: who, email: `${who}@example.org` })],
  "GET /d/:token": [OPEN],
  "POST /d/:token": [OPEN, { key: "k", "date-0": "yes 2027-06-17T09:00:00+02:00" }],

  // One's own, and across networks.
  ...all(
    ["GET /", "GET /overview", "GET /overview.csv", "GET /themes", "GET /themes/new", "GET /profile"],
    [SIGNED_IN],
  ),
  "GET /programmes/:programme/picture.svg": [SIGNED_IN],
  "GET /profile/export": [PERSONS],
  "POST /profile/wishes": [PERSONS, { language: "da" }],
  "POST /profile/feeds": [PERSONS, {}],
  "POST /profile/feeds/end": ["saaiaiai", {}],
  "POST /profile/sessions/end": ["saaiaaaa", {}],
  "POST /profile/sessions/others": [SIGNED_IN, {}],
  "POST /profile/erase": [PERSONS, { confirm: "en.anden@example.org" }],

  // Before there is a network.
  "GET /themes/:theme": ["saaiiaii"],
  "POST /themes/new": [PERSONS, { title: "Kortere ventetid", challenge: "Tre uger er lang tid." }],
  "POST /themes/:theme/decide": ["saannann", { outcome: "yes" }],
  "POST /themes/:theme/hours": ["saaniann", { agreed: "yes", days: "8" }],
  "POST /themes/:theme/withdraw": ["saainann", {}],
  "POST /themes/:theme/start": ["saainaii", { start: "2027-02-01" }],
  "GET /themes/forum": [MAKERS],
  "POST /themes/forum/dates": [MAKERS, { "dates.0": "2027-06-16" }],
  "POST /themes/forum/offices": [ADMIN, { "offices.0.person": "sif@example.org", "offices.0.role": "secretariat" }],
  "GET /networks/new": [MAKERS],
  "POST /networks/new": [MAKERS, { programme: "innovationsnetvaerk" }],
  ...all(
    ["", ...STEPS.map((step) => `/${step}`)].map((step) => `GET ${D}${step}`),
    [OWN_DRAFT],
  ),
  [`POST ${D}/programme`]: [OWN_DRAFT, { programme: "innovationsnetvaerk" }],
  [`POST ${D}/start`]: [OWN_DRAFT, { start: "2027-02-01" }],
  [`POST ${D}/dates`]: [OWN_DRAFT, {}],
  [`POST ${D}/people`]: [OWN_DRAFT, { people: "email,role\nny@example.org,networkLead" }],
  [`POST ${D}/remove`]: [OWN_DRAFT, {}],

  [`GET ${N}/inspect`]: [LEADS],
  // Pages of a network.
  ...all(
    ["", "/audit", "/audit/csv", "/discoveries", "/events", "/files/:file", "/homework", "/homework/:item"]
      .concat([
        "/ideas",
        "/ideas/:idea",
        "/meetings",
        "/meetings/:item",
        "/messages",
        "/monitoring",
        "/people",
        "/plan",
        "/theme",
      ])
      .concat(["/prioritisation", "/prioritisation/:ballot", "/rehearsal", "/report", "/report/document"])
      .concat(["/report/:file{plan\\.(?:html|csv|ics|json)}"])
      .map((place) => `GET ${N}${place}`),
    [MEMBERS],
  ),
  "GET /decisions/:id/:subject": [MEMBERS],
  // A calendar is somebody's: who is asked to the meeting has it in theirs, and whoever has the lead's rights.
  [`GET ${N}/meetings/:item/calendar.ics`]: ["saaiaiai"],

  // Forms of a network.
  [`POST ${N}/do/:trigger addIdea`]: [MEMBERS, { "d.title": "En ny idé" }],
  [`POST ${N}/do/:trigger recordMinutes`]: [LEADS, { "d.item": "m1", "d.text": "Vi mødtes." }],
  [`POST ${N}/do/:trigger cancelItem`]: [LEADS, { "d.item": "ledermoede", "d.reason": REASON }],
  [`POST ${N}/do/:trigger backTest`]: ["sanninan", { "d.idea": "i2" }],
  [`POST ${N}/files`]: [MEMBERS, { about: "idea:i1", file: new File(["En note."], "note.txt") }],
  [`POST ${N}/files/:file/remove`]: ["saniniai", {}],
  [`POST ${N}/homework/:item/deliver`]: [MEMBERS, { text: "Borgerne venter." }],
  [`POST ${N}/discoveries/add`]: [MEMBERS, { perspective: "users", text: "Der ventes" }],
  [`POST ${N}/discoveries/choose`]: [LEADS, { words: "Ventetid" }],
  [`POST ${N}/ideas/add`]: [MEMBERS, { title: "Endnu en idé", anyway: "1" }],
  [`POST ${N}/prioritisation/open`]: [LEADS, { method: "dots", ideas: ["i3", "i4"] }],
  [`POST ${N}/prioritisation/:ballot/vote`]: ["saniiiai", { "dots.i3": "1" }],
  [`POST ${N}/prioritisation/:ballot/order`]: [
    LEADS,
    { "place.i3": "1", "place.i4": "2", "place.i5": "3", reason: REASON },
  ],
  "POST /decisions/:id/:subject": ["sanninan", { choice: "discard", "d.reason": REASON }],
  [`POST ${N}/meetings/new`]: [LEADS, { title: "Et møde mere", reason: REASON }],
  [`POST ${N}/meetings/:item/dates`]: [LEADS, { start: "2027-06-21", reason: REASON }],
  [`POST ${N}/meetings/:item/agenda`]: [LEADS, { "d.points.0.title": "Velkomst" }],
  [`POST ${N}/meetings/:item/attendance`]: [LEADS, {}],
  [`POST ${N}/meetings/:item/poll`]: [MEMBERS, { "date 2027-06-17T09:00:00+02:00": "yes" }],
  [`POST ${N}/plan/dates`]: [LEADS, { item: "svar", start: "2027-06-22", reason: REASON }],
  [`POST ${N}/plan/new`]: [LEADS, { title: "En opgave", kind: "note", start: "2027-06-22", reason: REASON }],
  [`POST ${N}/messages/rule`]: [LEADS, { rule: "meeting-7", usual: "-7", is: "off", "d.reason": REASON }],
  [`POST ${N}/messages/aside`]: [LEADS, { "d.item": "svar", "d.rule": "meeting-7", "d.reason": REASON }],
  [`POST ${N}/monitoring/measure`]: [LEADS, { point: "m1", organisation: "Nordby", "values.a": "1" }],
  [`POST ${N}/people/add`]: [LEADS, (_, who) => ({ text: `af.${who}@example.org`, role: "participant" })],
  [`POST ${N}/rehearsal/step`]: [LEADS, {}],
  [`POST ${N}/rehearsal/real`]: [NETWORK_ADMIN, { start: "1999-01-01" }],

  // Last: networks that go on beside what follows, and sessions that end.
  [`POST ${D}/begin`]: [OWN_DRAFT, { clock: "stepped" }],
  "POST /sign-out": [OPEN, {}],
};
