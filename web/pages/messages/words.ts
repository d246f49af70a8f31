// What the page of messages says.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  lead: (coming: number, week: number) => string;
  none: string;
  mine: string;
  coming: string;
  later: (n: number) => string;
  to: (n: number) => string;
  nobody: string;
  read: string;
  subject: string;
  receivers: string;
  aside: string;
  reason: string;
  reasonHint: string;
  skip: string;
  send: string;
  skipped: string;
  sentNow: string;
  failed: string;
  failedHint: string;
  people: string;
  mails: (n: number) => string;
  sent: string;
  sentNone: string;
  suppressed: (n: number) => string;
  states: Record<"queued" | "sending" | "sent" | "failed", string>;
  columns: [when: string, what: string, to: string, state: string];
  why: string;
  all: (n: number) => string;
  past: string;
};

const da: Words = {
  title: "Beskeder",
  lead: (coming, week) =>
    week === 0
      ? `Ingen beskeder går de næste syv dage. ${coming} er planlagt senere.`
      : `${week} ${week === 1 ? "besked går" : "beskeder går"} de næste syv dage, ${coming - week} senere. Du kan læse dem, springe dem over eller sende dem nu.`,
  none: "Der er ingen beskeder på vej. De kommer, når møder får en dag, og opgaver en frist.",
  mine: "Her er de beskeder, du har fået i netværket.",
  coming: "Går snart",
  later: (n) => `Senere (${n})`,
  to: (n) => (n === 1 ? "1 person" : `${n} personer`),
  nobody: "ingen, som det ser ud nu",
  read: "Læs den, som den ser ud nu",
  subject: "Emne",
  receivers: "Til",
  aside: "Spring over, eller send nu",
  reason: "Hvorfor?",
  reasonHint: "Står i historikken.",
  skip: "Spring over",
  send: "Send nu",
  skipped: "Beskeden springes over.",
  sentNow: "Beskeden er sendt.",
  failed: "Nåede ikke frem",
  failedHint: "Ret adressen ved at tilføje personen igen med den rigtige, eller ring.",
  people: "Til deltagerne",
  mails: (n) => (n === 1 ? "1 mail" : `${n} mails`),
  sent: "Sendt",
  sentNone: "Intet er sendt endnu.",
  suppressed: (n) => `Ikke sendt, og hvorfor (${n})`,
  states: { queued: "venter", sending: "på vej", sent: "sendt", failed: "fejlet" },
  columns: ["Hvornår", "Besked", "Til", "Sådan gik det"],
  why: "Hvorfor ikke",
  all: (n) => `Vis alle ${n}`,
  past: "Netværket er slut. Der går ikke flere beskeder.",
};

const en: Words = {
  title: "Messages",
  lead: (coming, week) =>
    week === 0
      ? `No messages go in the next seven days. ${coming} are planned for later.`
      : `${week} ${week === 1 ? "message goes" : "messages go"} in the next seven days, ${coming - week} later. You can read them, skip them or send them now.`,
  none: "No messages are on their way. They come as meetings get a day and tasks a deadline.",
  mine: "These are the messages that you have had in the network.",
  coming: "Going soon",
  later: (n) => `Later (${n})`,
  to: (n) => (n === 1 ? "1 person" : `${n} people`),
  nobody: "nobody, as things stand",
  read: "Read it as it would be now",
  subject: "Subject",
  receivers: "To",
  aside: "Skip it, or send it now",
  reason: "Why?",
  reasonHint: "Stands in the history.",
  skip: "Skip",
  send: "Send now",
  skipped: "The message is skipped.",
  sentNow: "The message was sent.",
  failed: "Did not arrive",
  failedHint: "Correct the address by adding the person again with the right one, or call.",
  people: "To the people",
  mails: (n) => (n === 1 ? "1 mail" : `${n} mails`),
  sent: "Sent",
  sentNone: "Nothing has been sent yet.",
  suppressed: (n) => `Not sent, and why (${n})`,
  states: { queued: "waiting", sending: "on its way", sent: "sent", failed: "failed" },
  columns: ["When", "Message", "To", "How it went"],
  why: "Why not",
  all: (n) => `Show all ${n}`,
  past: "The network has ended. No more messages go.",
};

export const MESSAGES: Record<Language, Words> = { da, en };
