/** The state of a network as scripts see it (see docs/operations.md). */
export type NetworkState = {
  now: string;
  phases: Record<string, "waiting" | "open" | "paused" | "closed">;
  ideas: { id: string; state: string; round: number; reason?: string }[];
  items: Record<string, { state: string; start?: string; end?: string; place?: string }>;
  ended: boolean;
  outcome?: string;
};
