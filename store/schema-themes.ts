// The tables of what comes before a network, as TypeScript sees them.
import type { ColumnType } from "kysely";
import type { NetworkType } from "../programmes/network-type.ts";
import type { Instant, IsoDate } from "../programmes/types.ts";
import type { Office, Theme, ThemeStep } from "../machines/themes/types.ts";

/** Who has a role in the organisation as a whole. */
type OfficeTable = { person_id: string; role: Office };

/** Days on which the management forum meets, as somebody entered them. */
type ForumMeetingTable = { date: IsoDate };

export type ThemeProposalTable = {
  id: string;
  title: string;
  challenge: string;
  type: NetworkType;
  programme: string | null;
  characteristics: ColumnType<Theme["characteristics"], string, string>;
  /** Ids of people. */
  proposer: string;
  reference_manager: string | null;
  line_manager: string | null;
  start: IsoDate | null;
  proposed_at: Instant;
  /** Of the request: asked for again with the same key it is the same proposal. */
  created_key: string;
};

/** What became of a proposal: rows are only ever added. */
export type ThemeStepTable = {
  proposal_id: string;
  n: number;
  at: Instant;
  by_person: string;
  kind: ThemeStep["kind"];
  reason: string | null;
  data: ColumnType<ThemeStep["data"], string, string>;
  key: string;
};

export type ThemeTables = {
  office: OfficeTable;
  forum_meeting: ForumMeetingTable;
  theme_proposal: ThemeProposalTable;
  theme_proposal_step: ThemeStepTable;
};
