// What the mailbox says, in Danish and English.
import { DateTime } from "luxon";
import type { Instant } from "../programmes/types.ts";
import type { Language } from "./dates.ts";

/** When a mail came, as a reader of a list wants it: "23. nov. 2026 kl. 14.05". Danish time. */
export function timeOf(at: Instant, language: Language): string {
  const time = DateTime.fromMillis(at, { zone: "Europe/Copenhagen", locale: language === "da" ? "da-DK" : "en-GB" });
  return time.toFormat(language === "da" ? "d. LLL yyyy 'kl.' HH.mm" : "d LLL yyyy, HH:mm");
}

export type MailboxWords = {
  title: string;
  explained: string;
  receiver: string;
  show: string;
  subject: string;
  to: string;
  from: string;
  received: string;
  empty: string;
  noneFor: (to: string) => string;
  count: (found: number, all: number) => string;
  noSubject: string;
  pages: string;
  pageOf: (number: number, pages: number) => string;
  newer: string;
  older: string;
  back: string;
  letter: string;
  plain: string;
  headers: string;
  raw: string;
  missing: string;
  missingWhy: string;
  previews: string;
  previewsTitle: string;
  previewsLead: string;
  previewsBack: string;
  rule: string;
  goes: string;
  text: string;
  danish: string;
  english: string;
  noPreview: string;
  noPreviewWhy: string;
  other: string;
  otherCode: Language;
};

export const WORDS: Record<Language, MailboxWords> = {
  da: {
    title: "Postkasse",
    explained: "Mails, som Fremdrift har sendt på denne maskine. De bliver her og når ikke ud til nogen.",
    receiver: "Modtager",
    show: "Vis",
    subject: "Emne",
    to: "Til",
    from: "Fra",
    received: "Modtaget",
    empty: "Her er ingen mails endnu. De dukker op, så snart et netværk sender noget.",
    noneFor: (to) => `Ingen mails til »${to}«.`,
    count: (found, all) => (found === all ? `${all} ${all === 1 ? "mail" : "mails"}` : `${found} af ${all} mails`),
    noSubject: "(intet emne)",
    pages: "Sider",
    pageOf: (number, pages) => `Side ${number} af ${pages}`,
    newer: "Nyere",
    older: "Ældre",
    back: "Tilbage til postkassen",
    letter: "Mailen, som modtageren ser den",
    plain: "Som ren tekst",
    headers: "Alle headere",
    raw: "Hent mailen som fil (.eml)",
    missing: "Mailen findes ikke",
    missingWhy: "Måske er den blevet ryddet væk: kun de nyeste mails bliver gemt.",
    previews: "Se alle breve, som Fremdrift kan sende",
    previewsTitle: "Alle breve",
    previewsLead:
      "Alle breve, som Fremdrift kan sende, om et opdigtet netværk og opdigtede mennesker. Påmindelser går kl. 9 på en arbejdsdag.",
    previewsBack: "Tilbage til alle breve",
    rule: "Regel",
    goes: "Sendes",
    text: "Brev",
    danish: "Dansk",
    english: "Engelsk",
    noPreview: "Det brev findes ikke",
    noPreviewWhy: "Ingen regel hedder sådan. Find den i listen over alle breve.",
    other: "In English",
    otherCode: "en",
  },
  en: {
    title: "Mailbox",
    explained: "Mails that Fremdrift has sent on this machine. They stay here and reach nobody.",
    receiver: "Receiver",
    show: "Show",
    subject: "Subject",
    to: "To",
    from: "From",
    received: "Received",
    empty: "There are no mails yet. They appear as soon as a network sends something.",
    noneFor: (to) => `No mails to “${to}”.`,
    count: (found, all) => (found === all ? `${all} ${all === 1 ? "mail" : "mails"}` : `${found} of ${all} mails`),
    noSubject: "(no subject)",
    pages: "Pages",
    pageOf: (number, pages) => `Page ${number} of ${pages}`,
    newer: "Newer",
    older: "Older",
    back: "Back to the mailbox",
    letter: "The mail as its receiver sees it",
    plain: "As plain text",
    headers: "All headers",
    raw: "Download the mail as a file (.eml)",
    missing: "There is no such mail",
    missingWhy: "Perhaps it was cleared away: only the newest mails are kept.",
    previews: "See every letter that Fremdrift can send",
    previewsTitle: "All letters",
    previewsLead:
      "Every letter that Fremdrift can send, about a made-up network and made-up people. Reminders go at 9:00 on a working day.",
    previewsBack: "Back to all letters",
    rule: "Rule",
    goes: "Goes",
    text: "Letter",
    danish: "Danish",
    english: "English",
    noPreview: "There is no such letter",
    noPreviewWhy: "No rule has that name. Find it in the list of all letters.",
    other: "På dansk",
    otherCode: "da",
  },
};
