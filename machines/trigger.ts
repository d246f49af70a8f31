// What a person asks of a network, and the answer.
import type { Instant, Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import type { Entry } from "./ledger.ts";
import type { NetworkState } from "./summary.ts";

/**
 * One trigger as a network gets it. `key` is the idempotency key; `at` the instant it counts from (the host never lets
 * time go back); `by` a person's id; `for` the id of whom they act for as a substitute; `role` the role the right is taken from;
 * `facts` what the store counted.
 */
export type Trigger = {
  key: string;
  at: Instant;
  by: string;
  for?: string;
  role: string;
  type: string;
  data: { [key: string]: Json | undefined };
  facts?: Record<string, number>;
};

/** A criterion that does not hold. `need` is the least, or with `atMost` the most, that is wanted. */
export type Unmet = { criterion: string; title: Text; have: number; need: number };

export type RefusalCode = "shape" | "role" | "state" | "criteria" | "ended" | "fault";

/** `why` tells the reader in both languages what stands in the way and what to do. */
export type Refusal = { key: string; ok: false; code: RefusalCode; why: Text; unmet: Unmet[] };

/** `repeated`: the key had been processed before; its entries are in the store, under the key. */
export type Accepted = { key: string; ok: true; n: number; entries: Entry[]; repeated?: true };

export type Result = Accepted | Refusal;

/** The answer to a batch: one result for each trigger, in order, and the network as it then stands. */
export type BatchResult = {
  results: Result[];
  now: Instant;
  n: number;
  nextDue?: Instant;
  state: NetworkState;
  /** The run is about to continue as new: hold the next Update a moment. */
  ending?: true;
};
