// What the parts of a programme are called in a table.
import type { ItemKind, Text } from "./types.ts";

/** Each kind of item, and what stands beside items. */
export const KIND_NAMES: Record<ItemKind | "phase" | "track" | "session", Text> = {
  phase: { da: "fase", en: "phase" },
  track: { da: "lokalt spor", en: "local track" },
  session: { da: "del", en: "part" },
  meeting: { da: "møde", en: "meeting" },
  homework: { da: "hjemmearbejde", en: "homework" },
  task: { da: "opgave", en: "task" },
  break: { da: "pause", en: "break" },
  note: { da: "ekstern note", en: "external note" },
  decision: { da: "beslutning", en: "decision" },
  monitoring: { da: "måling", en: "monitoring point" },
  deliverable: { da: "leverance", en: "deliverable" },
};
