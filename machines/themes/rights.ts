// Who may read a theme proposal, and who may do what with it.
import type { RefusalCode } from "../trigger.ts";
import type { Text } from "../../programmes/types.ts";
import { isOpen } from "./proposal.ts";
import { themeRefusals } from "./refusals.ts";
import type { Office, Proposal, Theme, ThemeStep } from "./types.ts";

/** Who asks. `person`: their id, absent for a token that belongs to nobody; `offices`: also those they have in a network. */
export type ThemeAsker = { person?: string; admin: boolean; offices: readonly Office[] };

type Right = Pick<Theme, "proposer" | "lineManager">;

/** What can be done by somebody: `start` makes the network. */
export type ThemeAct = "decide" | "withdraw" | "hours" | "start";

/** Administrators, the secretariat and the forum read all; everybody else what they proposed or are named in. */
export function mayReadTheme(theme: Theme, { person, admin, offices }: ThemeAsker): boolean {
  const named = [theme.proposer, theme.referenceManager, theme.lineManager];
  return admin || offices.length > 0 || (person !== undefined && named.includes(person));
}

/** Why somebody has no right to a step, whatever the proposal's state; undefined where they have. */
export function noRightTo(
  kind: ThemeStep["kind"],
  theme: Right,
  asker: ThemeAsker,
): { code: RefusalCode; why: Text } | undefined {
  if (HAS_RIGHT[kind](theme, asker)) return undefined;
  return { code: "role", why: WHY_NOT[kind]() };
}

/** What somebody can do with a proposal as it stands now. */
export function actsOf(proposal: Proposal, asker: ThemeAsker): ThemeAct[] {
  const { state, proposer } = proposal;
  const isLive = isOpen(state) || state === "accepted";
  const open: [ThemeAct, ThemeStep["kind"], boolean][] = [
    ["decide", "decided", isOpen(state) && asker.person !== proposer],
    ["withdraw", "withdrawn", isLive],
    ["hours", "hours", isLive],
    ["start", "starting", state === "accepted" || state === "starting"],
  ];
  return open.flatMap(([act, kind, now]) => (now && HAS_RIGHT[kind](proposal, asker) ? [act] : []));
}

type HasRight = (theme: Right, asker: ThemeAsker) => boolean;

const mayStart: HasRight = ({ proposer }, { person, admin, offices }) =>
  admin || offices.length > 0 || person === proposer;

const HAS_RIGHT: Record<ThemeStep["kind"], HasRight> = {
  decided: (_, { person, offices }) => person !== undefined && offices.includes("managementForum"),
  withdrawn: ({ proposer }, { person }) => person === proposer,
  hours: ({ lineManager }, { person }) => person !== undefined && person === lineManager,
  starting: mayStart,
  made: mayStart,
};

const WHY_NOT: Record<ThemeStep["kind"], () => Text> = {
  decided: themeRefusals.mayNotDecide,
  withdrawn: themeRefusals.notOwn,
  hours: themeRefusals.mayNotAgree,
  starting: themeRefusals.mayNotStart,
  made: themeRefusals.mayNotStart,
};
