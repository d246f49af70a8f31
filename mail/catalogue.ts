// What mails say, in Danish and English. One group of texts per reason to write; what varies is handed in.
import type { Language } from "./dates.ts";
import { da } from "./words-da.ts";
import { en } from "./words-en.ts";

/**
 * What a text may mention. `days`: whole days until it happens, negative once it has, absent where nobody can tell. `insteadOf`: names
 * of those whom the reader stands in for.
 */
export type Facts = { title: string; network: string; day?: string; days?: number; insteadOf?: string };

/**
 * `subject` and `lead` say why we write; `ask` what we hope the reader does; `link` names the way to it in the network, and
 * `more` the same way beside links that answer right away; `why` ends the sentence "you get this mail because".
 */
export type Words = { subject: string; lead: string; ask?: string; link: string; more?: string; why: string };

export type Reason =
  | "meeting-invitation"
  | "meeting-14"
  | "meeting-reminder"
  | "meeting-moved"
  | "meeting-cancelled"
  | "minutes-reminder"
  | "decision-requested"
  | "decision-reminder"
  | "decision-overdue"
  | "decision-substitute"
  | "decision-chair"
  | "decision-forum"
  | "homework-reminder"
  | "homework-overdue"
  | "homework-lead"
  | "phase-overdue"
  | "phase-codriver"
  | "task-first"
  | "task-reminder"
  | "task-overdue"
  | "task-codriver"
  | "task-passed"
  | "followUp-reminder"
  | "followUp-overdue"
  | "date-reminder"
  | "date-0"
  | "idea-approved"
  | "idea-adjusted"
  | "idea-discarded"
  | "idea-abandoned"
  | "poll-opened"
  | "poll-reminder"
  | "poll-ended"
  | "poll-cancelled"
  | "signup-opened"
  | "signup-seated"
  | "signup-waiting"
  | "signup-moved-up"
  | "signup-withdrawn"
  | "signup-unlisted"
  | "network-closed"
  | "network-stopped"
  | "news";

/** The texts of one language. */
export type Catalogue = Record<Reason, (facts: Facts) => Words>;

export const CATALOGUE: Record<Language, Catalogue> = { da, en };

/** The texts around the message itself. */
export type Frame = {
  hello: (name: string) => string;
  when: string;
  wasPlanned: string;
  held: string;
  period: string;
  place: string;
  agenda: string;
  deadline: string;
  deadlineWas: string;
  due: string;
  doneBy: string;
  plannedEnd: string;
  round: string;
  missing: string;
  because: string;
  network: string;
  tentative: string;
  tentativeNote: string;
  /** To a substitute: for whom; and the same in the sentence that says why they get it. */
  insteadOf: (names: string) => string;
  onBehalf: (why: string, names: string) => string;
  footer: (why: string, network: string) => string;
  digest: {
    subject: (count: number, networks: number, day: string) => string;
    title: (count: number) => string;
    lead: string;
    footer: string;
  };
  /** Names of the links that answer; `answer`, `deliver` and `decide` where one link leads to all choices. */
  answers: {
    answer: string;
    deliver: string;
    decide: string;
    poll: string;
    signUp: string;
    withdraw: string;
    accepted: string;
    tentative: string;
    declined: string;
    approve: string;
    adjust: string;
    discard: string;
  };
};

export const FRAME: Record<Language, Frame> = {
  da: {
    hello: (name) => (name ? `Hej ${name}` : "Hej"),
    when: "Hvornår",
    wasPlanned: "Var planlagt til",
    held: "Blev holdt",
    period: "Tidsrum",
    place: "Sted",
    agenda: "Dagsorden",
    deadline: "Svar senest",
    deadlineWas: "Fristen var",
    due: "Afleveres senest",
    doneBy: "Færdig senest",
    plannedEnd: "Planlagt slut",
    round: "Runde",
    missing: "Mangler",
    because: "Begrundelse",
    network: "Netværk",
    tentative: "Foreløbigt",
    tentativeNote: "Mødet er foreløbigt. Tid og sted kan stadig ændre sig; i så fald skriver vi til dig.",
    insteadOf: (names) => `Som stedfortræder for ${names} kan du svare eller handle i stedet.`,
    onBehalf: (why, names) => `${why} (på vegne af ${names})`,
    footer: (why, network) =>
      `Du får denne mail, fordi ${why}. Den er sendt automatisk af Fremdrift for netværket »${network}«.`,
    digest: {
      subject: (count, networks, day) =>
        `${count === 1 ? "1 ting" : `${count} ting`} fra ${networks === 1 ? "dit netværk" : "dine netværk"} i dag – ${day}`,
      title: (count) => (count === 1 ? "1 ting i dag" : `${count} ting i dag`),
      lead: "Her er det, dine netværk minder dig om i dag. Det, der haster mest, står først.",
      footer:
        "Du får denne mail, fordi du har valgt at få dine påmindelser samlet én gang om dagen. Den er sendt automatisk af Fremdrift.",
    },
    answers: {
      answer: "Svar, om du kommer",
      deliver: "Aflevér",
      decide: "Tag stilling",
      poll: "Svar, hvornår du kan",
      signUp: "Tilmeld dig",
      withdraw: "Meld afbud",
      accepted: "Ja, jeg kommer",
      tentative: "Måske",
      declined: "Nej",
      approve: "Godkend",
      adjust: "Justér",
      discard: "Kassér",
    },
  },
  en: {
    hello: (name) => (name ? `Hello ${name}` : "Hello"),
    when: "When",
    wasPlanned: "Was planned for",
    held: "Was held",
    period: "Period",
    place: "Place",
    agenda: "Agenda",
    deadline: "Answer by",
    deadlineWas: "Deadline was",
    due: "Due by",
    doneBy: "Done by",
    plannedEnd: "Planned end",
    round: "Round",
    missing: "Still missing",
    because: "Reason",
    network: "Network",
    tentative: "TENTATIVE",
    tentativeNote: "The meeting is tentative. Time and place may still change; if they do, we will write to you.",
    insteadOf: (names) => `As the substitute of ${names}, you can answer or act instead.`,
    onBehalf: (why, names) => `${why} (on behalf of ${names})`,
    footer: (why, network) =>
      `You get this mail because ${why}. Fremdrift sent it automatically for the network “${network}”.`,
    digest: {
      subject: (count, networks, day) =>
        `${count === 1 ? "1 thing" : `${count} things`} from your ${networks === 1 ? "network" : "networks"} today – ${day}`,
      title: (count) => (count === 1 ? "1 thing today" : `${count} things today`),
      lead: "This is what your networks remind you of today. What is most urgent comes first.",
      footer:
        "You get this mail because you chose to have your reminders gathered once a day. Fremdrift sent it automatically.",
    },
    answers: {
      answer: "Say whether you are coming",
      deliver: "Deliver",
      decide: "Decide",
      poll: "Say when you can come",
      signUp: "Sign up",
      withdraw: "Give up your place",
      accepted: "Yes, I am coming",
      tentative: "Maybe",
      declined: "No",
      approve: "Approve",
      adjust: "Adjust",
      discard: "Discard",
    },
  },
};
