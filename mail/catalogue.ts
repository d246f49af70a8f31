// What mails say, in Danish and English. One group of texts per reason to write; what varies is handed in.
import type { Language } from "./dates.ts";

/** What a text may mention. `days`: whole days until it happens, absent where nobody can tell. */
export type Facts = { title: string; network: string; day?: string; days?: number };

/** `subject` and `lead` say why we write; `ask` what we hope the reader does; `link` names the one link. */
export type Words = { subject: string; lead: string; ask?: string; link: string };

export type Reason =
  | "meeting-invitation"
  | "meeting-reminder"
  | "meeting-moved"
  | "meeting-cancelled"
  | "decision-requested"
  | "decision-reminder"
  | "decision-overdue"
  | "homework-reminder"
  | "homework-overdue"
  | "homework-lead"
  | "task-first"
  | "network-stopped"
  | "news";

/** The texts around the message itself. */
export type Frame = {
  hello: (name: string) => string;
  when: string;
  wasPlanned: string;
  place: string;
  deadline: string;
  due: string;
  round: string;
  because: string;
  network: string;
  tentative: string;
  tentativeNote: string;
  footer: (network: string) => string;
};

export const FRAME: Record<Language, Frame> = {
  da: {
    hello: (name) => (name ? `Hej ${name}` : "Hej"),
    when: "Hvornår",
    wasPlanned: "Var planlagt til",
    place: "Sted",
    deadline: "Svar senest",
    due: "Afleveres senest",
    round: "Runde",
    because: "Begrundelse",
    network: "Netværk",
    tentative: "Foreløbigt",
    tentativeNote: "Mødet er foreløbigt. Tid og sted kan stadig ændre sig; i så fald skriver vi til dig.",
    footer: (network) =>
      `Du får denne mail, fordi du er med i netværket »${network}«. Den er sendt automatisk af Fremdrift.`,
  },
  en: {
    hello: (name) => (name ? `Hello ${name}` : "Hello"),
    when: "When",
    wasPlanned: "Was planned for",
    place: "Place",
    deadline: "Answer by",
    due: "Due by",
    round: "Round",
    because: "Reason",
    network: "Network",
    tentative: "TENTATIVE",
    tentativeNote: "The meeting is tentative. Time and place may still change; if they do, we will write to you.",
    footer: (network) =>
      `You get this mail because you take part in the network “${network}”. Fremdrift sent it automatically.`,
  },
};

const da: Record<Reason, (facts: Facts) => Words> = {
  "meeting-invitation": ({ title, network, day }) => ({
    subject: `Du er inviteret til ${title}${dash(day)}`,
    lead: `Du er inviteret til »${title}« i netværket »${network}«.`,
    ask: "Svar gerne hurtigt på, om du kommer, så vi kan planlægge efter det.",
    link: "Se mødet, og svar",
  }),
  "meeting-reminder": ({ title, network, day, days }) => ({
    subject: `${capital(inDays.da(days) ?? "påmindelse")}: ${title}${dash(day)}`,
    lead: `${capital(inDays.da(days) ?? "snart")} er der »${title}« i netværket »${network}«. Vi glæder os til at se dig.`,
    ask: "Kan du ikke komme alligevel, så giv besked så snart du kan.",
    link: "Se mødet",
  }),
  "meeting-moved": ({ title, network, day }) => ({
    subject: `Flyttet: ${title}${dash(day)}`,
    lead: `»${title}« i netværket »${network}« er flyttet. Det, der står her, gælder i stedet for det, du fik at vide før.`,
    ask: "Passer det ikke længere, så giv besked.",
    link: "Se mødet",
  }),
  "meeting-cancelled": ({ title, network, day }) => ({
    subject: `Aflyst: ${title}${dash(day)}`,
    lead: `»${title}« i netværket »${network}« er aflyst. Du behøver ikke gøre noget, og du får ikke flere påmindelser om det.`,
    link: "Se netværket",
  }),
  "decision-requested": ({ title, network, day }) => ({
    subject: `Tag stilling: ${title}${day === undefined ? "" : ` – senest ${day}`}`,
    lead: `Der venter en beslutning på dig i netværket »${network}«: »${title}«. Det er nu, du kan tage stilling.`,
    ask: "Læs, hvad der er kommet frem, og giv dit svar.",
    link: "Læs, og tag stilling",
  }),
  "decision-reminder": ({ title, network, day, days }) => ({
    subject: `${capital(inDays.da(days) ?? "påmindelse")}: frist for at tage stilling til ${title}${dash(day)}`,
    lead: `Vi mangler dit svar på »${title}« i netværket »${network}«. Fristen er ${inDays.da(days) ?? "snart"}.`,
    ask: "Har du allerede besluttet dig, tager det kun et øjeblik at svare.",
    link: "Læs, og tag stilling",
  }),
  "decision-overdue": ({ title, network, day }) => ({
    subject: `Fristen er overskredet: tag stilling til ${title}${day === undefined ? "" : ` – fristen var ${day}`}`,
    lead: `Fristen for at tage stilling til »${title}« i netværket »${network}« er overskredet. Netværket venter på dit svar.`,
    ask: "Det er ikke for sent: svar, så snart du kan.",
    link: "Læs, og tag stilling",
  }),
  "homework-reminder": ({ title, network, day, days }) => ({
    subject: `${capital(inDays.da(days) ?? "påmindelse")}: frist for hjemmearbejdet ${title}${dash(day)}`,
    lead: `Hjemmearbejdet »${title}« i netværket »${network}« skal være færdigt ${inDays.da(days) ?? "snart"}. Vi har ikke fået det endnu.`,
    ask: "Er du færdig, tager det kun et øjeblik at sige det.",
    link: "Se hjemmearbejdet, og aflevér",
  }),
  "homework-overdue": ({ title, network, day }) => ({
    subject: `Fristen er overskredet: hjemmearbejdet ${title}${day === undefined ? "" : ` – fristen var ${day}`}`,
    lead: `Fristen for hjemmearbejdet »${title}« i netværket »${network}« er overskredet, og vi mangler dit.`,
    ask: "Det er ikke for sent: aflevér, så snart du kan.",
    link: "Se hjemmearbejdet, og aflevér",
  }),
  "homework-lead": ({ title, network, day }) => ({
    subject: `Nogen mangler hjemmearbejdet ${title}${day === undefined ? "" : ` – fristen var ${day}`}`,
    lead: `Hjemmearbejdet »${title}« i netværket »${network}« mangler endnu fra nogle, selv om fristen er overskredet og de er mindet om det.`,
    ask: "Måske skal der et opkald til.",
    link: "Se, hvem der mangler",
  }),
  "task-first": ({ title, network, day }) => ({
    subject: `Nu er det tid: ${title}${day === undefined ? "" : ` – senest ${day}`}`,
    lead: `Det er nu, opgaven »${title}« i netværket »${network}« står i planen.`,
    link: "Se planen",
  }),
  "network-stopped": ({ network }) => ({
    subject: `Netværket ${network} er stoppet`,
    lead: `Netværket »${network}« er stoppet. Der kommer ikke flere møder og påmindelser; det, I har lavet, er gemt.`,
    link: "Se netværket",
  }),
  news: ({ title, network, day }) => ({
    subject: `Nyt fra netværket ${network}: ${title}${dash(day)}`,
    lead: `Der er nyt om »${title}« i netværket »${network}«.`,
    link: "Se, hvad der er sket",
  }),
};

const en: Record<Reason, (facts: Facts) => Words> = {
  "meeting-invitation": ({ title, network, day }) => ({
    subject: `You are invited to ${title}${dash(day)}`,
    lead: `You are invited to “${title}” in the network “${network}”.`,
    ask: "Please tell us soon whether you are coming, so that we can plan for it.",
    link: "See the meeting and answer",
  }),
  "meeting-reminder": ({ title, network, day, days }) => ({
    subject: `${capital(inDays.en(days) ?? "reminder")}: ${title}${dash(day)}`,
    lead: `“${title}” in the network “${network}” is ${inDays.en(days) ?? "soon"}. We look forward to seeing you.`,
    ask: "If you cannot come after all, please say so as soon as you can.",
    link: "See the meeting",
  }),
  "meeting-moved": ({ title, network, day }) => ({
    subject: `Moved: ${title}${dash(day)}`,
    lead: `“${title}” in the network “${network}” has been moved. What stands here replaces what you were told before.`,
    ask: "If it no longer suits you, please say so.",
    link: "See the meeting",
  }),
  "meeting-cancelled": ({ title, network, day }) => ({
    subject: `Cancelled: ${title}${dash(day)}`,
    lead: `“${title}” in the network “${network}” is cancelled. You need not do anything, and no more reminders of it will come.`,
    link: "See the network",
  }),
  "decision-requested": ({ title, network, day }) => ({
    subject: `Please decide: ${title}${day === undefined ? "" : ` – by ${day}`}`,
    lead: `A decision waits for you in the network “${network}”: “${title}”. Now is the time to decide.`,
    ask: "Read what was found out, and give your answer.",
    link: "Read and decide",
  }),
  "decision-reminder": ({ title, network, day, days }) => ({
    subject: `${capital(inDays.en(days) ?? "reminder")}: deadline for deciding on ${title}${dash(day)}`,
    lead: `We still need your answer on “${title}” in the network “${network}”. The deadline is ${inDays.en(days) ?? "soon"}.`,
    ask: "If you have made up your mind, answering takes only a moment.",
    link: "Read and decide",
  }),
  "decision-overdue": ({ title, network, day }) => ({
    subject: `The deadline has passed: please decide on ${title}${day === undefined ? "" : ` – it was ${day}`}`,
    lead: `The deadline for deciding on “${title}” in the network “${network}” has passed. The network waits for your answer.`,
    ask: "It is not too late: please answer as soon as you can.",
    link: "Read and decide",
  }),
  "homework-reminder": ({ title, network, day, days }) => ({
    subject: `${capital(inDays.en(days) ?? "reminder")}: deadline of the homework ${title}${dash(day)}`,
    lead: `The homework “${title}” in the network “${network}” is due ${inDays.en(days) ?? "soon"}. We have not had it yet.`,
    ask: "If it is done, saying so takes only a moment.",
    link: "See the homework and deliver",
  }),
  "homework-overdue": ({ title, network, day }) => ({
    subject: `The deadline has passed: the homework ${title}${day === undefined ? "" : ` – it was ${day}`}`,
    lead: `The deadline of the homework “${title}” in the network “${network}” has passed, and yours is missing.`,
    ask: "It is not too late: please deliver as soon as you can.",
    link: "See the homework and deliver",
  }),
  "homework-lead": ({ title, network, day }) => ({
    subject: `Some have not delivered the homework ${title}${day === undefined ? "" : ` – it was due ${day}`}`,
    lead: `The homework “${title}” in the network “${network}” is still missing from some, though its deadline has passed and they were reminded.`,
    ask: "Perhaps it takes a call.",
    link: "See who is missing",
  }),
  "task-first": ({ title, network, day }) => ({
    subject: `It is time: ${title}${day === undefined ? "" : ` – by ${day}`}`,
    lead: `The plan has the task “${title}” in the network “${network}” begin now.`,
    link: "See the plan",
  }),
  "network-stopped": ({ network }) => ({
    subject: `The network ${network} is stopped`,
    lead: `The network “${network}” is stopped. No more meetings and reminders will come; what you have made is kept.`,
    link: "See the network",
  }),
  news: ({ title, network, day }) => ({
    subject: `News from the network ${network}: ${title}${dash(day)}`,
    lead: `There is news about “${title}” in the network “${network}”.`,
    link: "See what happened",
  }),
};

export const CATALOGUE: Record<Language, Record<Reason, (facts: Facts) => Words>> = { da, en };

const inDays: Record<Language, (days?: number) => string | undefined> = {
  da: (days) => (days === undefined || days < 0 ? undefined : (["i dag", "i morgen"][days] ?? `om ${days} dage`)),
  en: (days) => (days === undefined || days < 0 ? undefined : (["today", "tomorrow"][days] ?? `in ${days} days`)),
};

const dash = (day?: string) => (day === undefined ? "" : ` – ${day}`);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
