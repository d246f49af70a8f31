// What mails say in English, for every reason to write.
import type { Catalogue, Facts } from "./catalogue.ts";
import { openMeetings } from "./words-en-open.ts";

export const en: Catalogue = {
  ...openMeetings,
  "meeting-invitation": ({ title, network, day }) => ({
    subject: `You are invited to ${title}${dash(day)}`,
    lead: `You are invited to “${title}” in the network “${network}”.`,
    ask: "Please tell us soon whether you are coming, so that we can plan for it.",
    link: "See the meeting and answer",
    more: "See the meeting",
    why: INVITED,
  }),
  "meeting-14": (facts) => ({
    ...meetingReminder(facts),
    ask: "See the agenda, so that you can prepare. If you cannot come after all, please say so as soon as you can.",
    link: "See the meeting and its agenda",
    more: "See the agenda",
  }),
  "meeting-reminder": meetingReminder,
  "meeting-moved": ({ title, network, day }) => ({
    subject: `Moved: ${title}${dash(day)}`,
    lead: `“${title}” in the network “${network}” has been moved. What stands here replaces what you were told before.`,
    ask: "If it no longer suits you, please say so.",
    link: "See the meeting",
    why: INVITED,
  }),
  "meeting-cancelled": ({ title, network, day }) => ({
    subject: `Cancelled: ${title}${dash(day)}`,
    lead: `“${title}” in the network “${network}” is cancelled. You need not do anything, and no more reminders of it will come.`,
    link: "See the meeting",
    why: "you were invited to the meeting",
  }),
  "minutes-reminder": ({ title, network, day, days }) => ({
    subject: `The minutes are missing: ${title}${dash(day)}`,
    lead: `“${title}” in the network “${network}” was held${space(ago(days))}, and its minutes are not there yet.`,
    ask: "Write down what was agreed while it is fresh. A few lines will do.",
    link: "Write the minutes",
    why: "you keep the minutes of the meeting",
  }),
  "decision-requested": ({ title, network, day }) => ({
    subject: `Please decide: ${title}${day === undefined ? "" : ` – by ${day}`}`,
    lead: `A decision waits for you in the network “${network}”: “${title}”. Now is the time to decide.`,
    ask: "Read what was found out, and give your answer.",
    link: "Read and decide",
    more: "Read what was found out",
    why: DECIDES,
  }),
  "decision-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: deadline for deciding on ${title}${dash(day)}`,
    lead: `We still need your answer on “${title}” in the network “${network}”. The deadline is ${inDays(days) ?? "soon"}.`,
    ask: "If you have made up your mind, answering takes only a moment.",
    link: "Read and decide",
    more: "Read what was found out",
    why: DECIDES,
  }),
  "decision-overdue": ({ title, network, day }) => ({
    subject: `The deadline has passed: please decide on ${title}${was(day)}`,
    lead: `The deadline for deciding on “${title}” in the network “${network}” has passed. The network waits for your answer.`,
    ask: "It is not too late: please answer as soon as you can.",
    link: "Read and decide",
    more: "Read what was found out",
    why: DECIDES,
  }),
  "decision-substitute": ({ title, network, day, insteadOf }) => ({
    subject: `As a substitute: please decide on ${title}${wasDue(day)}`,
    lead: `The deadline for deciding on “${title}” in the network “${network}” has passed. You are the substitute of ${insteadOf ?? "somebody who has not answered"}, and you can answer instead.`,
    ask: "Read what was found out and give your answer – or get hold of the person you stand in for.",
    link: "Read and decide",
    more: "Read what was found out",
    why: `you are the substitute of ${insteadOf ?? "somebody who is to decide"}`,
  }),
  "decision-chair": ({ title, network, day, days }) => ({
    subject: `The network waits for a decision: ${title}${wasDue(day)}`,
    lead: `The deadline for deciding on “${title}” in the network “${network}” passed${space(ago(days))}. Those who have not answered were reminded.`,
    ask: "Please get hold of them, so that the network can go on.",
    link: "See who has not answered",
    why: "you are the chair",
  }),
  "decision-forum": ({ title, network, day, days }) => ({
    subject: `Still not decided: ${title}${wasDue(day)}`,
    lead: `The deadline for deciding on “${title}” in the network “${network}” passed${space(ago(days))}, and answers are still missing. The network waits.`,
    ask: "Please help to get it decided. This mail comes again once a week until it is answered.",
    link: "See who has not answered",
    why: "you belong to the management forum or the secretariat, which hears of decisions that drag on",
  }),
  "homework-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: deadline of the homework ${title}${dash(day)}`,
    lead: `The homework “${title}” in the network “${network}” is due ${inDays(days) ?? "soon"}. We have not had it yet.`,
    ask: "If it is done, saying so takes only a moment.",
    link: "See the homework and deliver",
    more: "See the homework",
    why: HAS_HOMEWORK,
  }),
  "homework-overdue": ({ title, network, day }) => ({
    subject: `The deadline has passed: the homework ${title}${was(day)}`,
    lead: `The deadline of the homework “${title}” in the network “${network}” has passed, and yours is missing.`,
    ask: "It is not too late: please deliver as soon as you can.",
    link: "See the homework and deliver",
    more: "See the homework",
    why: HAS_HOMEWORK,
  }),
  "homework-lead": ({ title, network, day }) => ({
    subject: `Some have not delivered the homework ${title}${wasDue(day)}`,
    lead: `The homework “${title}” in the network “${network}” is still missing from some, though its deadline has passed and they were reminded.`,
    ask: "Perhaps it takes a call.",
    link: "See who is missing",
    why: LEADS,
  }),
  "phase-overdue": ({ title, network, day }) => ({
    subject: `The phase ${title} should have ended${dash(day)}`,
    lead: `By the plan the phase “${title}” in the network “${network}” should have ended, but something is missing before it can close.`,
    ask: "Get it done, or give the phase a new end. This mail comes again in a week if the phase is still open.",
    link: "See what is missing",
    why: LEADS,
  }),
  "phase-codriver": ({ title, network, day }) => ({
    subject: `The phase ${title} drags on – it should have ended${space(day)}`,
    lead: `By the plan the phase “${title}” in the network “${network}” should have ended, but it is still open. The lead has been told.`,
    ask: "Talk with the lead about what it takes. If the lead is away, you can do it yourself.",
    link: "See what is missing",
    why: CO_DRIVER,
  }),
  "task-first": ({ title, network, day }) => ({
    subject: `It is time: ${title}${day === undefined ? "" : ` – by ${day}`}`,
    lead: `The plan has the task “${title}” in the network “${network}” begin now.`,
    ask: "Set time aside for it, if you have not done so.",
    link: "See the plan",
    why: HAS_TASK,
  }),
  "task-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: deadline of the task ${title}${dash(day)}`,
    lead: `The task “${title}” in the network “${network}” is due ${inDays(days) ?? "soon"}.`,
    ask: "If it is done, saying so takes only a moment.",
    link: "See the task",
    why: HAS_TASK,
  }),
  "task-overdue": ({ title, network, day }) => ({
    subject: `The deadline has passed: the task ${title}${was(day)}`,
    lead: `The task “${title}” in the network “${network}” should have been done.`,
    ask: "If it is done, please say so. Otherwise finish it as soon as you can.",
    link: "See the task",
    why: HAS_TASK,
  }),
  "task-codriver": ({ title, network, day }) => ({
    subject: `A task is late: ${title}${wasDue(day)}`,
    lead: `The task “${title}” in the network “${network}” should have been done. Whoever has the task was reminded.`,
    ask: "Ask whether you can help.",
    link: "See the task",
    why: CO_DRIVER,
  }),
  "task-passed": ({ title, network, day }) => ({
    subject: `A task is yours now: ${title}${dash(day)}`,
    lead: `Whoever had the task “${title}” in the network “${network}” has left. Now it is yours.`,
    ask: "Do it yourself, or agree with somebody else that they do it.",
    link: "See the task",
    why: HAS_TASK,
  }),
  "followUp-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: next step for ${title}${dash(day)}`,
    lead: `The idea “${title}” in the network “${network}” is approved, and its next step is yours. It is due ${inDays(days) ?? "soon"}.`,
    ask: "If it is done, saying so takes only a moment.",
    link: "See the idea and its next step",
    why: HAS_NEXT_STEP,
  }),
  "followUp-overdue": ({ title, network, day }) => ({
    subject: `The deadline has passed: next step for ${title}${was(day)}`,
    lead: `The idea “${title}” in the network “${network}” is approved, but its next step has not been taken yet.`,
    ask: "If it is done, please say so. Otherwise agree when it will be.",
    link: "See the idea and its next step",
    why: HAS_NEXT_STEP,
  }),
  "date-reminder": ({ title, network, day, days }) => ({
    subject: `Needs a date: ${title}${day === undefined ? "" : ` – its period begins ${day}`}`,
    lead: `“${title}” in the network “${network}” has only a period, which begins ${inDays(days) ?? "soon"}, and no date.`,
    ask: "Give it a date. Until then the others hear nothing of it from us.",
    link: "Set a date",
    why: LEADS,
  }),
  "date-0": ({ title, network, days }) => ({
    subject: `Still needs a date: ${title} – its period begins ${inDays(days) ?? "now"}`,
    lead: `The period of “${title}” in the network “${network}” begins ${inDays(days) ?? "now"}, and there is still no date.`,
    ask: "Give it a date, or move it to later. Until then the others hear nothing of it from us.",
    link: "Set a date",
    why: LEADS,
  }),
  "idea-approved": ({ title, network }) => ({
    subject: `Approved: ${title}`,
    lead: `The idea “${title}” from the network “${network}” is approved. Its next step is agreed and has a deadline.`,
    link: "See the idea and its next step",
    why: TAKES_PART,
  }),
  "idea-adjusted": ({ title, network }) => ({
    subject: `To be adjusted and tested again: ${title}`,
    lead: `The idea “${title}” from the network “${network}” is to be adjusted and tested once more. Below it says what is to change.`,
    link: "See the idea",
    why: TAKES_PART,
  }),
  "idea-discarded": ({ title, network }) => ({
    subject: `Discarded: ${title}`,
    lead: `The idea “${title}” from the network “${network}” is not taken further. The reason is kept, and the idea can be revived.`,
    link: "See the idea and the reason",
    why: TAKES_PART,
  }),
  "idea-abandoned": ({ title, network }) => ({
    subject: `The test is abandoned: ${title}`,
    lead: `The test of “${title}” in the network “${network}” cannot be carried out. The idea now goes to decision.`,
    link: "See the idea and the reason",
    why: TAKES_PART,
  }),
  "network-closed": ({ network }) => ({
    subject: `The network ${network} has ended`,
    lead: `The network “${network}” has ended. Thank you for what you have put into it. What was agreed to be done afterwards has an owner and a deadline.`,
    link: "See what came of it",
    why: TAKES_PART,
  }),
  "network-stopped": ({ network }) => ({
    subject: `The network ${network} is stopped`,
    lead: `The network “${network}” is stopped. No more meetings and reminders will come; what you have made is kept.`,
    link: "See the network",
    why: TAKES_PART,
  }),
  news: ({ title, network, day }) => ({
    subject: `News from the network ${network}: ${title}${dash(day)}`,
    lead: `There is news about “${title}” in the network “${network}”.`,
    link: "See what happened",
    why: TAKES_PART,
  }),
};

function meetingReminder({ title, network, day, days }: Facts) {
  return {
    subject: `${soon(days)}: ${title}${dash(day)}`,
    lead: `“${title}” in the network “${network}” is ${inDays(days) ?? "soon"}. We look forward to seeing you.`,
    ask: "If you cannot come after all, please say so as soon as you can.",
    link: "See the meeting",
    why: INVITED,
  };
}

const INVITED = "you are invited to the meeting";
const DECIDES = "you take part in deciding it";
const HAS_HOMEWORK = "you take part in the homework and have not delivered";
const HAS_TASK = "you have the task";
const HAS_NEXT_STEP = "the next step is yours";
const LEADS = "you lead the network";
const CO_DRIVER = "you are the co-driver";
const TAKES_PART = "you take part in the network";

function inDays(days?: number): string | undefined {
  return days === undefined || days < 0 ? undefined : (["today", "tomorrow"][days] ?? `in ${days} days`);
}

function ago(days?: number): string | undefined {
  return days === undefined || days > 0 ? undefined : (["today", "yesterday"][-days] ?? `${-days} days ago`);
}

const soon = (days?: number) => capital(inDays(days) ?? "reminder");
const dash = (day?: string) => (day === undefined ? "" : ` – ${day}`);
const was = (day?: string) => (day === undefined ? "" : ` – it was ${day}`);
const wasDue = (day?: string) => (day === undefined ? "" : ` – it was due ${day}`);
const space = (words?: string) => (words === undefined ? "" : ` ${words}`);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
