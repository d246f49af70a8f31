// The addresses of the pages where things of a network are read and done.
import type { ItemKind } from "../../programmes/types.ts";
import { pageOf } from "../timeline/places.ts";
import { partsOf } from "../view.ts";

const at = (network: string, rest: string): string => `/networks/${encodeURIComponent(network)}${rest}`;

/** The page of a meeting. */
export const meetingPage = (network: string, id: string): string => at(network, `/meetings/${id}`);
/** The page of a homework. */
export const homeworkPage = (network: string, id: string): string => at(network, `/homework/${id}`);
/** The page of a decision of the plan, or of the one on an idea. */
export const decisionPage = (network: string, id: string): string => `/decisions/${encodeURIComponent(network)}/${id}`;
/** The page of an idea, with its test. */
export const ideaPage = (network: string, id: string): string => at(network, `/ideas/${id}`);
/** The page of a round of prioritisation. */
export const ballotPage = (network: string, id: string): string => at(network, `/prioritisation/${id}`);
/** A place in the plan. */
export const planPage = (network: string, id: string): string => at(network, `/plan#${id}`);
/** A phase on the network's own page. */
export const phasePage = (network: string, id: string): string => at(network, `#phase-${id}`);
/** The people of a network. */
export const peoplePage = (network: string): string => at(network, "/people");
/** The theme and the agreements of a network, its local tracks and conditions. */
export const themePage = (network: string): string => at(network, "/theme");
/** What was measured in a network. */
export const monitoringPage = (network: string): string => at(network, "/monitoring");

/**
 * Where a message leads: the page of what it is about. `kind`: of an item; `isDecision`: the reader is asked to decide, or to hear who has
 * not. The network's own page where nothing more is known.
 */
export function messagePage(
  network: string,
  { subject, rule, kind, isDecision }: { subject: string; rule: string; kind?: ItemKind; isDecision: boolean },
): string {
  const [what, id] = partsOf(subject);
  if (rule === "network-closed") return at(network, "/report");
  if (what === "item" && kind !== undefined) return pageOf(network, kind, id);
  if (what === "idea" && isDecision) return decisionPage(network, id);
  return (OF_SUBJECT[what] ?? (() => at(network, "")))(network, id);
}

const OF_SUBJECT: Record<string, (network: string, id: string) => string> = {
  idea: ideaPage,
  ballot: ballotPage,
  poll: meetingPage,
  phase: phasePage,
  track: themePage,
};

const PAGES: Record<string, string> = {
  agreements: "/theme",
  coreMembers: "/people",
  characteristics: "/theme",
  focusQuestions: "/meetings",
  meetingsDated: "/meetings",
  meetingsHeld: "/meetings",
  discoveries: "/discoveries",
  perspectives: "/discoveries",
  themes: "/discoveries",
};

const OF_ITEM: Record<string, (network: string, id: string) => string> = {
  held: meetingPage,
  decided: decisionPage,
  proposed: decisionPage,
  delivered: homeworkPage,
  measured: monitoringPage,
  condition: themePage,
  tracksStarted: themePage,
  tracksEnded: themePage,
  open: phasePage,
  opened: phasePage,
  closed: phasePage,
  reopened: phasePage,
};

/** Where something is done about a fact that a criterion counts; the network's own page where nothing more is known. */
export function factPage(network: string, fact: string): string {
  const [what, id] = partsOf(fact);
  if (OF_ITEM[what] && id !== "") return OF_ITEM[what](network, id);
  if (id !== "") return at(network, "");
  return at(network, PAGES[what] ?? (IDEAS.includes(what) ? "/ideas" : ""));
}

const IDEAS = ["ideas", "shortlisted", "tested", "awaitingResults", "results", "undecided", "ballotsClosed"];
