// What the API is built from. The worker room hands the parts in; tests hand in their own.
import type { Client } from "@temporalio/client";
import type { Programme, Text } from "../programmes/types.ts";
import type { Store } from "../store/open.ts";

/** `hint`: what to do where it is not ok. */
export type Check = { name: string; ok: boolean; detail: string; hint: Text };

export type Parts = {
  store: Store;
  temporal: Client;
  taskQueue: string;
  /** Milliseconds until Temporal counts as not answering. */
  answerWithin: number;
  /** The shipped programmes, and what plays a sample network of one. */
  library: {
    list(): Promise<Programme[]>;
    samplePeople(programme: string): Promise<string | undefined>;
    sampleScript(programme: string): Promise<string | undefined>;
  };
  /** Wall clock (ms) and random ids: handed in, so that tests can choose them. */
  now: () => number;
  newId: () => string;
  /** A token that follows from what it is for. */
  newToken: (purpose: string) => string;
  /** What an installation is asked about itself. */
  checks: () => Promise<Check[]>;
  log: (line: string) => void;
  /** Tests: see Envelope. */
  eventsPerRun?: number;
};
