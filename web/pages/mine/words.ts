// What my page says.
import type { Language } from "../../words-shape.ts";

export const MINE: Record<Language, { title: string; networks: string }> = {
  da: { title: "Hvad venter på mig", networks: "Mine netværk" },
  en: { title: "What waits for me", networks: "My networks" },
};
