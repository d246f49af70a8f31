// What mails say in English about open meetings and date polls.
import type { Catalogue } from "./catalogue.ts";

const dash = (day?: string) => (day === undefined ? "" : ` – ${day}`);
const PLANNED_FOR = "you are among those the meeting is planned for";
const SIGNED_UP = "you have signed up for the meeting";
const LEADS = "you lead the network";

/** Those of its reasons that are about who comes, and when. */
export const openMeetings = {
  "poll-opened": ({ title, network, day }) => ({
    subject: `When can you come? ${title}${day === undefined ? "" : ` – answer by ${day}`}`,
    lead: `A date is to be found for “${title}” in the network “${network}”. Say which of those proposed suit you.`,
    ask: "You can change your answer until the date is chosen.",
    link: "See the meeting",
    why: PLANNED_FOR,
  }),
  "poll-reminder": ({ title, network }) => ({
    subject: `Please answer: when can you come? ${title}`,
    lead: `We have no answer from you yet about when “${title}” in the network “${network}” can be.`,
    ask: "It takes only a moment.",
    link: "See the meeting",
    why: `${PLANNED_FOR} and have not answered`,
  }),
  "poll-ended": ({ title, network }) => ({
    subject: `Choose a date: ${title}`,
    lead: `The time to say when “${title}” in the network “${network}” can be has passed. You can choose the date now; then the invitations go.`,
    link: "See the answers",
    why: LEADS,
  }),
  "poll-cancelled": ({ title, network }) => ({
    subject: `No answer is needed any more: ${title}`,
    lead: `A date of “${title}” in the network “${network}” is no longer asked for.`,
    link: "See the meeting",
    why: PLANNED_FOR,
  }),
  "signup-opened": ({ title, network, day }) => ({
    subject: `Open for sign-up: ${title}${dash(day)}`,
    lead: `You can sign up for “${title}” in the network “${network}” now. Seats are given in the order people sign up.`,
    ask: "There is a seat for you only when you have signed up – also if you were invited before.",
    link: "See the meeting",
    why: PLANNED_FOR,
  }),
  "signup-seated": ({ title, network, day }) => ({
    subject: `You have a seat: ${title}${dash(day)}`,
    lead: `You have signed up for “${title}” in the network “${network}”, and you have a seat.`,
    ask: "If you cannot come after all, give up your place here, so that somebody else can have it.",
    link: "See the meeting",
    why: SIGNED_UP,
  }),
  "signup-waiting": ({ title, network, day }) => ({
    subject: `You are on the waiting list: ${title}${dash(day)}`,
    lead: `All seats of “${title}” in the network “${network}” are taken. You are on the waiting list, and we will write if you get a seat.`,
    ask: "If you do not want to wait, give up your place here.",
    link: "See the meeting",
    why: SIGNED_UP,
  }),
  "signup-moved-up": ({ title, network, day }) => ({
    subject: `You got a seat from the waiting list: ${title}${dash(day)}`,
    lead: `There is a seat for you at “${title}” in the network “${network}” now. You need do nothing more.`,
    ask: "If you cannot come after all, give up your place here, so that the next one can have it.",
    link: "See the meeting",
    why: SIGNED_UP,
  }),
  "signup-withdrawn": ({ title, network, day }) => ({
    subject: `You have withdrawn: ${title}${dash(day)}`,
    lead: `You are no longer signed up for “${title}” in the network “${network}”, and your seat is free for others.`,
    link: "See the meeting",
    why: "you had signed up for the meeting",
  }),
  "signup-unlisted": ({ title, network, day }) => ({
    subject: `You are off the waiting list: ${title}${dash(day)}`,
    lead: `You are no longer on the waiting list of “${title}” in the network “${network}”.`,
    link: "See the meeting",
    why: "you were on the waiting list of the meeting",
  }),
} satisfies Partial<Catalogue>;
