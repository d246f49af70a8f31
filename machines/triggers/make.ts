// What a trigger is: one that an actor of the network takes, or a contribution that is written straight to the store.
import type { Criterion, Programme } from "../../programmes/types.ts";
import { ROOT, type Json } from "../engine/types.ts";
import type { Kind, View } from "../ledger.ts";

export type Data = { [key: string]: Json | undefined };

/** A trigger that an actor of the network takes. */
export type MachineTrigger = {
  by: "machine";
  /** The actor that takes it, and the event it gets. */
  to: (data: Data) => string;
  event: (data: Data) => string;
  /** What must hold, so that a refusal can say what is missing. */
  criteria?: (programme: Programme, data: Data, view: View) => Criterion[];
  /** Texts that stay in the store, under the trigger's key. */
  keeps?: string[];
};

/** A trigger that is a contribution: written straight to the store. */
export type StoreTrigger = {
  by: "store";
  kind: Kind;
  /** What it belongs to, as a ledger subject. */
  subject: (data: Data) => string;
  /** Fields that stand in the ledger; the rest, texts, stays with the contribution. */
  told?: string[];
  /** The kind of item it is about, or an idea, and the states of it in which it can be used. */
  about?: { kind: string; states: string[] };
};

/** The network itself takes it. */
export const network = (event: string, more: Partial<MachineTrigger> = {}): MachineTrigger => ({
  by: "machine",
  to: () => ROOT,
  event: () => event,
  ...more,
});

/** An item takes it, the one that its data names. */
export const item = (event: string, more: Partial<MachineTrigger> = {}): MachineTrigger => ({
  by: "machine",
  to: ofItem,
  event: () => event,
  ...more,
});

/** An idea takes it; `needs`: the programme says under the trigger's name what must hold. */
export const idea = (type: string, keeps: string[] = []): MachineTrigger => ({
  by: "machine",
  to: (data) => `idea:${String(data["idea"])}`,
  event: () => type,
  criteria: needs(type),
  keeps,
});

/** What the programme says must hold before a trigger of that name. */
export const needs = (type: string) => (programme: Programme) => programme.needs?.[type] ?? [];

/** A contribution to the network, or to the item that its data names. */
export const contribution = (kind: Kind, more: Omit<Partial<StoreTrigger>, "by" | "kind"> = {}): StoreTrigger => ({
  by: "store",
  kind,
  subject: () => ROOT,
  ...more,
});
export const contributionTo = (kind: Kind, more: Omit<Partial<StoreTrigger>, "by" | "kind"> = {}): StoreTrigger =>
  contribution(kind, { subject: ofItem, ...more });

export const ofItem = (data: Data): string => `item:${String(data["item"])}`;
