// What workflows may ask of the outside. Types only: a workflow that imported more would carry it into its sandbox.
import type { Told } from "../machines/ledger.ts";

export type Activities = {
  /**
   * Writes what a network recorded: ledger, projection and mails to send, in one transaction. Entries written before
   * are passed over, so that it may be repeated. `now` is the network's clock after them (ms).
   */
  write(input: { network: string; told: Told[]; now: number }): Promise<void>;
};
