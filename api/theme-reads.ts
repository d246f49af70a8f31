// A theme proposal as everybody outside sees it, and who asks for it.
import { waitingOf, ZONE, type ForumMeeting } from "../machines/themes/forum.ts";
import { proposalOf } from "../machines/themes/proposal.ts";
import { actsOf, mayReadTheme, type ThemeAsker } from "../machines/themes/rights.ts";
import type { Theme, ThemeStep } from "../machines/themes/types.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, IsoDate } from "../programmes/types.ts";
import { forumDates, officesOf } from "../store/offices.ts";
import type { Store } from "../store/open.ts";
import { emailsOf } from "../store/people.ts";
import { readTheme, type StoredTheme } from "../store/theme-proposals.ts";
import type { Admitted } from "./admission.ts";
import { ID } from "./ids.ts";
import { ApiProblem } from "./problem.ts";
import type { ThemeProposalJson } from "./theme-shapes.ts";

/** Who asks, with the roles they have in the organisation or in any network. */
export async function themeAsker(store: Store, { principal }: Admitted): Promise<ThemeAsker> {
  const { personId, admin } = principal;
  if (personId === undefined) return { admin, offices: [] };
  return { person: personId, admin, offices: await officesOf(store, personId) };
}

/** The proposal, where the asker may read it. Throws `not-found`. */
export async function themeFor(store: Store, id: string, asker: ThemeAsker): Promise<StoredTheme> {
  const stored = ID.test(id) ? await readTheme(store, id) : undefined;
  if (!stored || !mayReadTheme(stored.theme, asker)) throw new ApiProblem("not-found", id);
  return stored;
}

/** Proposals as an asker reads them at an instant. */
export async function themesJson(
  store: Store,
  all: readonly StoredTheme[],
  asker: ThemeAsker,
  now: Instant,
): Promise<ThemeProposalJson[]> {
  const [emails, dates] = [await emailsOf(store, [...new Set(all.flatMap(peopleIn))]), await forumDates(store)];
  const said = (id: string) => emails.get(id) ?? id;
  return all.map((stored) => themeJson(stored, { said, dates, asker, now }));
}

/** The one of `themesJson`. */
export async function themeJsonOf(
  store: Store,
  stored: StoredTheme,
  asker: ThemeAsker,
  now: Instant,
): Promise<ThemeProposalJson> {
  return (await themesJson(store, [stored], asker, now))[0]!;
}

/** The forum's meetings as everybody sees them. */
export const forumJson = (meetings: readonly ForumMeeting[]) =>
  meetings.map(({ date, proposed = false }) => ({ date, proposed }));

const peopleIn = ({ theme, steps }: StoredTheme): string[] => [
  theme.proposer,
  ...[theme.referenceManager, theme.lineManager].filter((id) => id !== undefined),
  ...steps.map(({ by }) => by),
];

type Reading = { said: (id: string) => string; dates: IsoDate[]; asker: ThemeAsker; now: Instant };

function themeJson({ theme, steps }: StoredTheme, { said, dates, asker, now }: Reading): ThemeProposalJson {
  const proposal = proposalOf(theme, steps);
  const { state, decision, hours, network } = proposal;
  const waiting = waitingOf(proposal, dates, now);
  const told = <T extends { at: Instant; by: string }>(one: T) => ({ ...one, at: at(one.at), by: said(one.by) });
  return {
    ...headJson(theme, said),
    state,
    ...(decision && { decision: told(decision) }),
    ...(hours && { hours: told(hours) }),
    ...(network !== undefined && { network }),
    ...(waiting && { waiting: waitingJson(waiting) }),
    steps: steps.map((step: ThemeStep) => ({ ...told(step), data: { ...step.data } })),
    may: actsOf(proposal, asker),
  };
}

function headJson(theme: Theme, said: (id: string) => string) {
  const { proposer, referenceManager, lineManager, proposedAt, ...rest } = theme;
  return {
    ...rest,
    proposer: said(proposer),
    ...(referenceManager !== undefined && { referenceManager: said(referenceManager) }),
    ...(lineManager !== undefined && { lineManager: said(lineManager) }),
    proposedAt: at(proposedAt),
  };
}

const waitingJson = ({ since, forum, ...rest }: NonNullable<ReturnType<typeof waitingOf>>) => ({
  ...rest,
  since: at(since),
  ...(forum && { forum: forumJson([forum])[0]! }),
});

const at = (instant: Instant): string => rfc3339(instant, ZONE);
