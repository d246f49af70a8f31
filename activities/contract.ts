// What workflows may ask of the outside. Types only: a workflow that imported more would carry it into its sandbox.
import type { ToldBy } from "../machines/replayed.ts";

export type Activities = {
  /**
   * Writes what a network recorded: ledger, projection and mails to send, in one transaction. Entries written before
   * are passed over, so that it may be repeated. `now` is the network's clock after them (ms). Fails where the ledger does not
   * go as far as what is told, or goes on otherwise: see docs/operations.md, «When only one of two was restored».
   */
  write(input: { network: string; told: ToldBy[]; now: number }): Promise<void>;
};
