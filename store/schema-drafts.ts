// The table of networks that are planned, as TypeScript sees it.
import type { ColumnType } from "kysely";
import type { Instant } from "../programmes/types.ts";
import type { DraftPlan } from "./network-drafts.ts";

export type NetworkDraftTable = {
  id: string;
  /** A person's id, or `administrator`. */
  owner: string;
  plan: ColumnType<DraftPlan, string, string>;
  changed_at: Instant;
};
