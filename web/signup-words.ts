// The pages of sign-ups to open meetings, in Danish and English.
import type { Language } from "./words-shape.ts";

type Words = {
  title: string;
  deadline: string;
  seats: string;
  left: (left: number, capacity: number) => string;
  full: (waiting: number) => string;
  ask: string;
  askWaiting: string;
  name: string;
  email: string;
  organisation: string;
  organisationHint: string;
  send: string;
  sendWaiting: string;
  done: [title: string, detail: string];
  shut: Record<"closed" | "cancelled" | "over", [title: string, hint: string]>;
  mine: Record<"seat" | "waiting", (position: number) => string>;
  none: [title: string, hint: string];
  withdraw: Record<"seat" | "waiting", string>;
  afterwards: Record<"seat" | "waiting", string>;
  privacy: string;
  notSent: string;
};

export const SIGN_UP_WORDS: Record<Language, Words> = {
  da: {
    title: "Tilmelding",
    deadline: "Tilmelding senest",
    seats: "Pladser",
    left: (left, capacity) => `${left} af ${capacity} ledige`,
    full: (waiting) => `Alle er taget; ${waiting === 0 ? "ingen" : waiting} på ventelisten`,
    ask: "Tilmeld dig",
    askWaiting: "Skriv dig på ventelisten",
    name: "Navn",
    email: "Mailadresse",
    organisation: "Organisation",
    organisationHint: "Hvis du kommer for en kommune, en region eller en anden organisation.",
    send: "Tilmeld mig",
    sendWaiting: "Skriv mig på ventelisten",
    done: [
      "Tak, vi har taget imod din tilmelding",
      "Du får en mail, der siger, om du har fået plads eller er på ventelisten. Var du tilmeldt i forvejen, gælder den mail, du fik dengang.",
    ],
    shut: {
      closed: ["Tilmeldingen er lukket", "Vil du gerne med alligevel, så skriv til netværkslederen."],
      cancelled: ["Mødet er aflyst", "Der er ikke noget at melde sig til."],
      over: ["Mødet er begyndt eller holdt", "Der kan ikke længere meldes til eller fra."],
    },
    mine: {
      seat: () => "Du har en plads",
      waiting: (position) => `Du er nummer ${position} på ventelisten`,
    },
    none: ["Du er ikke tilmeldt", "Din plads er givet fri. Du skal ikke gøre mere."],
    withdraw: { seat: "Meld afbud", waiting: "Tag mig af ventelisten" },
    afterwards: {
      seat: "Melder du afbud, får den første på ventelisten pladsen med det samme.",
      waiting: "Vi skriver til dig, hvis du får en plads.",
    },
    privacy: "Det, du skriver, bruges til mødet: til at give dig plads og skrive til dig om det.",
    notSent: "Det er ikke sendt",
  },
  en: {
    title: "Sign-up",
    deadline: "Sign up by",
    seats: "Seats",
    left: (left, capacity) => `${left} of ${capacity} free`,
    full: (waiting) => `All taken; ${waiting === 0 ? "nobody" : waiting} on the waiting list`,
    ask: "Sign up",
    askWaiting: "Join the waiting list",
    name: "Name",
    email: "E-mail address",
    organisation: "Organisation",
    organisationHint: "If you come for a municipality, a region or another organisation.",
    send: "Sign me up",
    sendWaiting: "Put me on the waiting list",
    done: [
      "Thank you, we have your sign-up",
      "You get a mail that says whether you have a seat or are on the waiting list. If you had signed up before, the mail you got then holds.",
    ],
    shut: {
      closed: ["The sign-up is closed", "If you would like to come all the same, write to the lead of the network."],
      cancelled: ["The meeting is cancelled", "There is nothing to sign up for."],
      over: ["The meeting has begun or been held", "Nobody can sign up or withdraw any longer."],
    },
    mine: {
      seat: () => "You have a seat",
      waiting: (position) => `You are number ${position} on the waiting list`,
    },
    none: ["You are not signed up", "Your place is free for others. You need do nothing more."],
    withdraw: { seat: "Give up my seat", waiting: "Take me off the waiting list" },
    afterwards: {
      seat: "If you give up your seat, the first on the waiting list has it at once.",
      waiting: "We will write to you if you get a seat.",
    },
    privacy: "What you write is used for the meeting: to give you a seat and to write to you about it.",
    notSent: "It was not sent",
  },
};
