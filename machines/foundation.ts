// What a network stands on: agreements with managers, the theme's characteristics, local tracks and conditions, each with how it stands.
import type { Instant, Programme, Text, Track } from "../programmes/types.ts";
import { unmetOf } from "./criteria.ts";
import { askedFacts, contributedFacts } from "./facts.ts";
import type { Book, Contribution, TrackView } from "./ledger.ts";
import { AGREED_WITH, CHARACTERISTICS, type Characteristic } from "./themes/types.ts";
import { rolesFor } from "./trigger-types.ts";

/** What a foundation is made of. */
export const FOUNDATION_PARTS = ["agreements", "characteristics", "tracks", "conditions"] as const;
export type FoundationPart = (typeof FOUNDATION_PARTS)[number];

/** What was said of something last; nothing where nobody has. `by`: a person's id. */
export type Stated = { text?: string; at?: Instant; by?: string };

export type TrackOf = {
  organisation: string;
  state: "waiting" | TrackView["state"];
  /** Ids of steps. */
  done: string[];
  next?: string;
  mayStart: boolean;
};

export type Foundation = {
  agreements: (Stated & { with: string; title: Text })[];
  characteristics: (Stated & { id: Characteristic })[];
  /** `lacks`: titles of criteria without which a track begins with a note, or not at all. */
  tracks: { id: string; title: Text; steps: Track["steps"]; lacks: Text[]; organisations: TrackOf[] }[];
  conditions: (Stated & { id: string; title: Text; holds: boolean })[];
};

/** Which of it a programme has. */
export function foundationParts(programme: Programme): FoundationPart[] {
  const has: Record<FoundationPart, boolean> = {
    agreements: rolesFor(programme, "recordAgreement").length > 0,
    characteristics: rolesFor(programme, "describeTheme").length > 0,
    tracks: programme.tracks.length > 0,
    conditions: programme.conditions.length > 0,
  };
  return FOUNDATION_PARTS.filter((part) => has[part]);
}

/** How all of it stands; lists are empty of what the programme has not. */
export function foundationOf(book: Book): Foundation {
  const { programme } = book.plan;
  const parts = foundationParts(programme);
  const said = (kind: Contribution["kind"], field: string, is: string) =>
    statedIn(book.contributions.findLast((one) => one.kind === kind && one.data[field] === is));
  const partners = AGREED_WITH.flatMap((code) => programme.roles.find((role) => role.code === code) ?? []);
  return {
    agreements: parts.includes("agreements")
      ? partners.map(({ code, title }) => ({ with: code, title, ...said("agreement.made", "with", code) }))
      : [],
    characteristics: parts.includes("characteristics")
      ? CHARACTERISTICS.map((id) => ({ id, ...said("theme.described", "characteristic", id) }))
      : [],
    tracks: programme.tracks.map((track) => trackIn(book, track)),
    conditions: programme.conditions.map(({ id, title }) => {
      const stated = said("condition.met", "condition", id);
      return { id, title, holds: stated.at !== undefined, ...stated };
    }),
  };
}

function statedIn(one: Contribution | undefined): Stated {
  if (!one) return {};
  const { at, person, data } = one;
  const by = typeof data["castBy"] === "string" ? data["castBy"] : person;
  const text = data["text"];
  return { at, ...(by !== undefined && { by }), ...(typeof text === "string" && text !== "" && { text }) };
}

/** A track in each organisation that has begun it, and in those that have somebody to lead it. */
function trackIn({ plan, view, people, contributions }: Book, { id, title, steps, most, lead }: Track) {
  const { programme } = plan;
  const { needs = {}, parameters, gates } = programme;
  const begun = Object.values(view.tracks).filter(({ track }) => track === id);
  const facts = askedFacts(programme, view, contributedFacts(programme, contributions, people));
  const lacks = unmetOf(needs["startTrack"] ?? [], facts, parameters).map((unmet) => unmet.title);
  const leading = people.flatMap(({ roles, organisation }) =>
    roles.includes(lead) && organisation ? [organisation] : [],
  );
  const names = [...new Set([...leading, ...begun.map(({ organisation }) => organisation)])].toSorted((a, b) =>
    a.localeCompare(b, "da"),
  );
  const mayStart = begun.length < most && (lacks.length === 0 || gates === "advisory");
  const organisations = names.map((organisation): TrackOf => {
    const track = begun.find((one) => one.organisation === organisation);
    if (!track) return { organisation, state: "waiting", done: [], mayStart };
    const next = steps.find((step) => !track.done.includes(step.id))?.id;
    const { state, done } = track;
    return { organisation, state, done, mayStart: false, ...(next !== undefined && { next }) };
  });
  return { id, title, steps, lacks, organisations };
}
