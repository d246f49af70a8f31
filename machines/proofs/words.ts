// What the claims are called.
import type { Text } from "../../programmes/types.ts";

const OUTCOMES: Record<string, Text> = {
  approve: { da: "godkendes", en: "approved" },
  adjust: { da: "justeres", en: "adjusted" },
  discard: { da: "kasseres", en: "discarded" },
  reject: { da: "afvises", en: "rejected" },
  agree: { da: "aftales", en: "agreed" },
  disagree: { da: "sendes tilbage uden enighed", en: "sent back without agreement" },
  select: { da: "afgøres ved at vælge", en: "taken by choosing" },
};

export const IDEA: Text = { da: "en idé", en: "an idea" };

export const titles = {
  opens: (phase: Text): Text => ({ da: `Fasen «${phase.da}» kan åbnes`, en: `The phase "${phase.en}" can be opened` }),
  closes: (phase: Text): Text => ({
    da: `Hvor som helst fasen «${phase.da}» er åben, kan den afsluttes`,
    en: `Wherever the phase "${phase.en}" is open, it can be closed`,
  }),
  end: (): Text => ({
    da: "Fra enhver tilstand, netværket kan komme i, kan det afsluttes uden at blive stoppet",
    en: "From every state that the network can come to it can be closed, without being stopped",
  }),
  stop: (): Text => ({
    da: "Netværket kan stoppes fra enhver tilstand",
    en: "The network can be stopped from every state",
  }),
  outcome: (decision: Text, outcome: string): Text => ({
    da: `Beslutningen om «${decision.da}»: den kan ${OUTCOMES[outcome]?.da ?? outcome}, og derfra er der vej til slutningen`,
    en: `The decision on "${decision.en}": it can be ${OUTCOMES[outcome]?.en ?? outcome}, and from there the end can be reached`,
  }),
  nobody: (decision: Text): Text => ({
    da: `Beslutningen om «${decision.da}»: svarer ingen, bliver nogen rykket, og den kan stadig tages`,
    en: `The decision on "${decision.en}": where nobody answers, somebody is reminded, and it can still be taken`,
  }),
  loops: (): Text => ({
    da: "Ingen løkke kan gennemløbes uden ende",
    en: "No loop can be gone through without end",
  }),
  waits: (): Text => ({
    da: "Ingen faser, punkter eller datoer venter på hinanden i ring",
    en: "No phases, items or dates wait for each other in a ring",
  }),
};
