// What the API is built from. The worker room hands the parts in; tests hand in their own.
import type { Readable } from "node:stream";
import type { Client } from "@temporalio/client";
import type { AnswerTokens } from "../library/answer-token.ts";
import type { MailModel } from "../machines/ledger.ts";
import type { Note } from "../machines/note.ts";
import type { Problem, Programme, Text } from "../programmes/types.ts";
import type { Store } from "../store/open.ts";
import type { MachineName } from "../workflows/messages.ts";
import type { Seen } from "./seen.ts";

/** `hint`: what to do where it is not ok. */
export type Check = { name: string; ok: boolean; detail: string; hint: Text };

/** A programme with the people (CSV) and the script (JSON) of a network that plays by itself. */
export type Sample = { programme: Programme; people: string; script: string };

/** A provider that says who somebody is. */
export type Identity = {
  name: string;
  /** Where to send the browser; `carry` has to come back with it. */
  begin(callback: string): Promise<{ location: string; carry: string }>;
  /** Who came back; or why the provider said no, in its words. */
  finish(callback: string, carry: string): Promise<{ email: string } | { refused: string }>;
};

/** A backup as it is read, and what to call its file. */
export type Backup = { name: string; stream: Readable };

export type Parts = {
  store: Store;
  temporal: Client;
  taskQueue: string;
  /** Milliseconds until Temporal counts as not answering. */
  answerWithin: number;
  /** The shipped programmes, and the first of some that ships with a sample. */
  library: {
    list(): Promise<Programme[]>;
    /** The programme that a file's text describes, with the shipped methods under it; or all that is wrong with it. */
    read(text: string, language: "da" | "en"): Promise<{ programme: Programme } | { problems: Problem[] }>;
    firstSample(programmes: Programme[]): Promise<Sample | undefined>;
  };
  /** Wall clock (ms) and random ids: handed in, so that tests can choose them. */
  now: () => number;
  newId: () => string;
  /** A token that follows from what it is for. */
  newToken: (purpose: string) => string;
  /** Where people open it, if that is set: else where whoever asks reached it. */
  publicUrl?: string;
  /** A mail as it would read, for whoever wants to know before it goes. */
  letter: (model: MailModel, language: "da" | "en") => { subject: string; text: string };
  /** The tokens of links in mails. */
  answerTokens: AnswerTokens;
  /** What an installation is asked about itself; `without`: names of what is not asked now. */
  checks: (asked?: { without?: readonly string[] }) => Promise<Check[]>;
  /** A backup of all that is kept, where all of it is kept by this process. */
  backup?: () => Promise<Backup>;
  /** Where people open it. */
  base: () => string;
  /** Sends a letter outside any network; never throws. */
  post: (note: Note) => Promise<void>;
  /** The organisation's own sign-in, where there is one. */
  identity?: Identity;
  /** Proxies of our own that stand before this process. */
  proxies?: number;
  /** Bytes of one file, and of all of a network's. */
  fileLimits: { one: number; network: number };
  log: (line: string) => void;
  /** What watches it from outside. */
  seen?: Seen;
  /** Versions of the network's machine: those the worker carries, and the one new networks begin with. Else this code's. */
  machines?: { carried: MachineName[]; newest: MachineName };
  /** Tests: see Envelope. */
  eventsPerRun?: number;
};
