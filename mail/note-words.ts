// What letters outside any network say.
import type { Note } from "../machines/note.ts";

type Said = { subject: string; paragraphs: string[]; link: string; footer: string };

/** The words of a note, by language. */
export const NOTES: Record<"da" | "en", (note: Note) => Said> = {
  da: (note) =>
    note.kind === "sign-in"
      ? {
          subject: "Log ind i Fremdrift",
          paragraphs: [
            `Åbn linket i den browser, hvor du bad om det, og tryk på «Log ind». Det virker én gang og i ${note.minutes} minutter.`,
            "Har du ikke selv bedt om at logge ind, skal du ikke gøre noget: linket virker ikke for andre.",
          ],
          link: "Log ind",
          footer: "Du får denne mail, fordi nogen skrev din adresse for at logge ind i Fremdrift.",
        }
      : note.kind === "retention"
        ? {
            subject: `Netværket «${oneLine(note.network)}» glemmes`,
            paragraphs: [
              `Netværket sluttede for længe siden. Tidligst den ${note.day} slettes, hvem der var med, og hvad de skrev: bidrag, referater, filer og mails.`,
              "Loggen bliver stående uden navne, så man stadig kan se, hvad der skete hvornår. Hent rapporten først, hvis I skal bruge den.",
            ],
            link: "Hent rapporten",
            footer: "Du får denne mail, fordi du har ledet netværket eller er i sekretariatet.",
          }
        : {
            subject: { yes: "Ja til dit tema", no: "Nej til dit tema", wait: "Dit tema venter" }[note.outcome],
            paragraphs: [
              {
                yes: `Chefforum har sagt ja til temaet «${oneLine(note.theme)}». Netværket kan nu sættes i gang.`,
                no: `Chefforum har sagt nej til temaet «${oneLine(note.theme)}».`,
                wait: `Chefforum vil vente med temaet «${oneLine(note.theme)}». Det tages op igen på et senere møde.`,
              }[note.outcome],
              ...(note.reason === undefined ? [] : [`Begrundelse: ${note.reason}`]),
            ],
            link: "Se temaforslaget",
            footer: "Du får denne mail, fordi du har foreslået temaet.",
          },
  en: (note) =>
    note.kind === "sign-in"
      ? {
          subject: "Sign in to Fremdrift",
          paragraphs: [
            `Open the link in the browser where you asked for it, and press “Sign in”. It works once, for ${note.minutes} minutes.`,
            "If you did not ask to sign in, do nothing: the link does not work for others.",
          ],
          link: "Sign in",
          footer: "You get this mail because somebody wrote your address to sign in to Fremdrift.",
        }
      : note.kind === "retention"
        ? {
            subject: `The network “${oneLine(note.network)}” is to be forgotten`,
            paragraphs: [
              `The network ended long ago. On ${note.day} at the earliest it is erased who was in it and what they wrote: contributions, minutes, files and mails.`,
              "The ledger stays without names, so that it can still be seen what happened when. Get the report first if you need it.",
            ],
            link: "Get the report",
            footer: "You get this mail because you led the network or are in the secretariat.",
          }
        : {
            subject: { yes: "Yes to your theme", no: "No to your theme", wait: "Your theme waits" }[note.outcome],
            paragraphs: [
              {
                yes: `The management forum has said yes to the theme “${oneLine(note.theme)}”. The network can begin.`,
                no: `The management forum has said no to the theme “${oneLine(note.theme)}”.`,
                wait: `The management forum will wait with the theme “${oneLine(note.theme)}”. It comes up again at a later meeting.`,
              }[note.outcome],
              ...(note.reason === undefined ? [] : [`Reason: ${note.reason}`]),
            ],
            link: "See the theme proposal",
            footer: "You get this mail because you proposed the theme.",
          },
};

const oneLine = (words: string) => words.replaceAll(/\s+/g, " ").trim();
