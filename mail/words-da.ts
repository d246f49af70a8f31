// What mails say in Danish, for every reason to write.
import type { Catalogue, Facts } from "./catalogue.ts";
import { openMeetings } from "./words-da-open.ts";

export const da: Catalogue = {
  ...openMeetings,
  "meeting-invitation": ({ title, network, day }) => ({
    subject: `Du er inviteret til ${title}${dash(day)}`,
    lead: `Du er inviteret til »${title}« i netværket »${network}«.`,
    ask: "Svar gerne hurtigt på, om du kommer, så vi kan planlægge efter det.",
    link: "Se mødet, og svar",
    more: "Se mødet",
    why: INVITED,
  }),
  "meeting-14": (facts) => ({
    ...meetingReminder(facts),
    ask: "Se dagsordenen, så du kan forberede dig. Kan du ikke komme alligevel, så giv besked så snart du kan.",
    link: "Se mødet og dagsordenen",
    more: "Se dagsordenen",
  }),
  "meeting-reminder": meetingReminder,
  "meeting-moved": ({ title, network, day }) => ({
    subject: `Flyttet: ${title}${dash(day)}`,
    lead: `»${title}« i netværket »${network}« er flyttet. Det, der står her, gælder i stedet for det, du fik at vide før.`,
    ask: "Passer det ikke længere, så giv besked.",
    link: "Se mødet",
    why: INVITED,
  }),
  "meeting-cancelled": ({ title, network, day }) => ({
    subject: `Aflyst: ${title}${dash(day)}`,
    lead: `»${title}« i netværket »${network}« er aflyst. Du behøver ikke gøre noget, og du får ikke flere påmindelser om det.`,
    link: "Se mødet",
    why: "du var inviteret til mødet",
  }),
  "minutes-reminder": ({ title, network, day, days }) => ({
    subject: `Referatet mangler: ${title}${dash(day)}`,
    lead: `»${title}« i netværket »${network}« blev holdt${space(ago(days))}, og referatet er der ikke endnu.`,
    ask: "Skriv de vigtigste aftaler ned, mens de er friske. Få linjer er nok.",
    link: "Skriv referatet",
    why: "du skriver referat af mødet",
  }),
  "decision-requested": ({ title, network, day }) => ({
    subject: `Tag stilling: ${title}${day === undefined ? "" : ` – senest ${day}`}`,
    lead: `Der venter en beslutning på dig i netværket »${network}«: »${title}«. Det er nu, du kan tage stilling.`,
    ask: "Læs, hvad der er kommet frem, og giv dit svar.",
    link: "Læs, og tag stilling",
    more: "Læs, hvad der er kommet frem",
    why: DECIDES,
  }),
  "decision-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: frist for at tage stilling til ${title}${dash(day)}`,
    lead: `Vi mangler dit svar på »${title}« i netværket »${network}«. Fristen er ${inDays(days) ?? "snart"}.`,
    ask: "Har du allerede besluttet dig, tager det kun et øjeblik at svare.",
    link: "Læs, og tag stilling",
    more: "Læs, hvad der er kommet frem",
    why: DECIDES,
  }),
  "decision-overdue": ({ title, network, day }) => ({
    subject: `Fristen er overskredet: tag stilling til ${title}${was(day)}`,
    lead: `Fristen for at tage stilling til »${title}« i netværket »${network}« er overskredet. Netværket venter på dit svar.`,
    ask: "Det er ikke for sent: svar, så snart du kan.",
    link: "Læs, og tag stilling",
    more: "Læs, hvad der er kommet frem",
    why: DECIDES,
  }),
  "decision-substitute": ({ title, network, day, insteadOf }) => ({
    subject: `Som stedfortræder: tag stilling til ${title}${was(day)}`,
    lead: `Fristen for at tage stilling til »${title}« i netværket »${network}« er overskredet. Du er stedfortræder for ${insteadOf ?? "en, der mangler at svare"}, og du kan svare i stedet.`,
    ask: "Læs, hvad der er kommet frem, og giv dit svar – eller få fat i den, du er stedfortræder for.",
    link: "Læs, og tag stilling",
    more: "Læs, hvad der er kommet frem",
    why: `du er stedfortræder for ${insteadOf ?? "en, der skal tage stilling"}`,
  }),
  "decision-chair": ({ title, network, day, days }) => ({
    subject: `Netværket venter på en beslutning: ${title}${was(day)}`,
    lead: `Fristen for at tage stilling til »${title}« i netværket »${network}« blev overskredet${space(ago(days))}. De, der mangler at svare, er mindet om det.`,
    ask: "Tag fat i dem, så netværket kan komme videre.",
    link: "Se, hvem der mangler at svare",
    why: "du er formand",
  }),
  "decision-forum": ({ title, network, day, days }) => ({
    subject: `Stadig ikke besluttet: ${title}${was(day)}`,
    lead: `Fristen for at tage stilling til »${title}« i netværket »${network}« blev overskredet${space(ago(days))}, og der mangler stadig svar. Netværket venter.`,
    ask: "Hjælp med at få det besluttet. Mailen kommer igen en gang om ugen, indtil der er svaret.",
    link: "Se, hvem der mangler at svare",
    why: "du er med i chefforum eller sekretariatet, som hører om beslutninger, der trækker ud",
  }),
  "homework-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: frist for hjemmearbejdet ${title}${dash(day)}`,
    lead: `Hjemmearbejdet »${title}« i netværket »${network}« skal være færdigt ${inDays(days) ?? "snart"}. Vi har ikke fået det endnu.`,
    ask: "Er du færdig, tager det kun et øjeblik at sige det.",
    link: "Se hjemmearbejdet, og aflevér",
    more: "Se hjemmearbejdet",
    why: HAS_HOMEWORK,
  }),
  "homework-overdue": ({ title, network, day }) => ({
    subject: `Fristen er overskredet: hjemmearbejdet ${title}${was(day)}`,
    lead: `Fristen for hjemmearbejdet »${title}« i netværket »${network}« er overskredet, og vi mangler dit.`,
    ask: "Det er ikke for sent: aflevér, så snart du kan.",
    link: "Se hjemmearbejdet, og aflevér",
    more: "Se hjemmearbejdet",
    why: HAS_HOMEWORK,
  }),
  "homework-lead": ({ title, network, day }) => ({
    subject: `Nogen mangler hjemmearbejdet ${title}${was(day)}`,
    lead: `Hjemmearbejdet »${title}« i netværket »${network}« mangler endnu fra nogle, selv om fristen er overskredet og de er mindet om det.`,
    ask: "Måske skal der et opkald til.",
    link: "Se, hvem der mangler",
    why: LEADS,
  }),
  "phase-overdue": ({ title, network, day }) => ({
    subject: `Fasen ${title} skulle være slut${dash(day)}`,
    lead: `Fasen »${title}« i netværket »${network}« skulle efter planen være slut, men der mangler noget, før den kan lukkes.`,
    ask: "Gør det færdigt, eller giv fasen en ny slutdato. Mailen kommer igen om en uge, hvis fasen stadig er åben.",
    link: "Se, hvad der mangler",
    why: LEADS,
  }),
  "phase-codriver": ({ title, network, day }) => ({
    subject: `Fasen ${title} trækker ud – den skulle være slut${space(day)}`,
    lead: `Fasen »${title}« i netværket »${network}« skulle efter planen være slut, men den er stadig åben. Netværkslederen har fået det at vide.`,
    ask: "Tal med netværkslederen om, hvad der skal til. Er lederen væk, kan du selv gøre det.",
    link: "Se, hvad der mangler",
    why: CO_DRIVER,
  }),
  "task-first": ({ title, network, day }) => ({
    subject: `Nu er det tid: ${title}${day === undefined ? "" : ` – senest ${day}`}`,
    lead: `Det er nu, opgaven »${title}« i netværket »${network}« står i planen.`,
    ask: "Sæt tid af til den, hvis du ikke har gjort det.",
    link: "Se planen",
    why: HAS_TASK,
  }),
  "task-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: frist for opgaven ${title}${dash(day)}`,
    lead: `Opgaven »${title}« i netværket »${network}« skal være færdig ${inDays(days) ?? "snart"}.`,
    ask: "Er den færdig, tager det kun et øjeblik at sige det.",
    link: "Se opgaven",
    why: HAS_TASK,
  }),
  "task-overdue": ({ title, network, day }) => ({
    subject: `Fristen er overskredet: opgaven ${title}${was(day)}`,
    lead: `Opgaven »${title}« i netværket »${network}« skulle have været færdig.`,
    ask: "Er den gjort, så sig det. Ellers gør den færdig, så snart du kan.",
    link: "Se opgaven",
    why: HAS_TASK,
  }),
  "task-codriver": ({ title, network, day }) => ({
    subject: `En opgave er forsinket: ${title}${was(day)}`,
    lead: `Opgaven »${title}« i netværket »${network}« skulle have været færdig. Den, der har opgaven, er mindet om det.`,
    ask: "Hør, om du kan hjælpe.",
    link: "Se opgaven",
    why: CO_DRIVER,
  }),
  "task-passed": ({ title, network, day }) => ({
    subject: `En opgave er nu din: ${title}${dash(day)}`,
    lead: `Den, der havde opgaven »${title}« i netværket »${network}«, er ikke med mere. Nu er opgaven din.`,
    ask: "Gør den selv, eller aftal med en anden, at de gør den.",
    link: "Se opgaven",
    why: HAS_TASK,
  }),
  "followUp-reminder": ({ title, network, day, days }) => ({
    subject: `${soon(days)}: næste skridt for ${title}${dash(day)}`,
    lead: `Idéen »${title}« i netværket »${network}« er godkendt, og det næste skridt er dit. Det skal være taget ${inDays(days) ?? "snart"}.`,
    ask: "Er det gjort, tager det kun et øjeblik at sige det.",
    link: "Se idéen og det næste skridt",
    why: HAS_NEXT_STEP,
  }),
  "followUp-overdue": ({ title, network, day }) => ({
    subject: `Fristen er overskredet: næste skridt for ${title}${was(day)}`,
    lead: `Idéen »${title}« i netværket »${network}« er godkendt, men det næste skridt er ikke taget endnu.`,
    ask: "Er det gjort, så sig det. Ellers aftal, hvornår det sker.",
    link: "Se idéen og det næste skridt",
    why: HAS_NEXT_STEP,
  }),
  "date-reminder": ({ title, network, day, days }) => ({
    subject: `Mangler en dato: ${title}${day === undefined ? "" : ` – tidsrummet begynder ${day}`}`,
    lead: `»${title}« i netværket »${network}« har kun et tidsrum, som begynder ${inDays(days) ?? "snart"}, og ingen dato.`,
    ask: "Sæt en dato. Indtil da hører de andre ikke noget om det fra os.",
    link: "Sæt en dato",
    why: LEADS,
  }),
  "date-0": ({ title, network, days }) => ({
    subject: `Mangler stadig en dato: ${title} – tidsrummet begynder ${inDays(days) ?? "nu"}`,
    lead: `Tidsrummet for »${title}« i netværket »${network}« begynder ${inDays(days) ?? "nu"}, og der er stadig ingen dato.`,
    ask: "Sæt en dato, eller flyt det til senere. Indtil da hører de andre ikke noget om det fra os.",
    link: "Sæt en dato",
    why: LEADS,
  }),
  "idea-approved": ({ title, network }) => ({
    subject: `Godkendt: ${title}`,
    lead: `Idéen »${title}« fra netværket »${network}« er godkendt. Næste skridt er aftalt og har en frist.`,
    link: "Se idéen og dens næste skridt",
    why: TAKES_PART,
  }),
  "idea-adjusted": ({ title, network }) => ({
    subject: `Justeres og testes igen: ${title}`,
    lead: `Idéen »${title}« fra netværket »${network}« skal justeres og testes én gang til. Herunder står, hvad der skal ændres.`,
    link: "Se idéen",
    why: TAKES_PART,
  }),
  "idea-discarded": ({ title, network }) => ({
    subject: `Kasseret: ${title}`,
    lead: `Idéen »${title}« fra netværket »${network}« føres ikke videre. Grunden er gemt, og idéen kan tages frem igen.`,
    link: "Se idéen og grunden",
    why: TAKES_PART,
  }),
  "idea-abandoned": ({ title, network }) => ({
    subject: `Testen er opgivet: ${title}`,
    lead: `Testen af »${title}« i netværket »${network}« kan ikke gennemføres. Der bliver nu taget stilling til idéen.`,
    link: "Se idéen og grunden",
    why: TAKES_PART,
  }),
  "network-closed": ({ network }) => ({
    subject: `Netværket ${network} er afsluttet`,
    lead: `Netværket »${network}« er afsluttet. Tak for det, du har lagt i det. Det, der er aftalt at gøre bagefter, har en ejer og en frist.`,
    link: "Se, hvad der kom ud af det",
    why: TAKES_PART,
  }),
  "network-stopped": ({ network }) => ({
    subject: `Netværket ${network} er stoppet`,
    lead: `Netværket »${network}« er stoppet. Der kommer ikke flere møder og påmindelser; det, I har lavet, er gemt.`,
    link: "Se netværket",
    why: TAKES_PART,
  }),
  news: ({ title, network, day }) => ({
    subject: `Nyt fra netværket ${network}: ${title}${dash(day)}`,
    lead: `Der er nyt om »${title}« i netværket »${network}«.`,
    link: "Se, hvad der er sket",
    why: TAKES_PART,
  }),
};

function meetingReminder({ title, network, day, days }: Facts) {
  return {
    subject: `${soon(days)}: ${title}${dash(day)}`,
    lead: `${capital(inDays(days) ?? "snart")} er der »${title}« i netværket »${network}«. Vi glæder os til at se dig.`,
    ask: "Kan du ikke komme alligevel, så giv besked så snart du kan.",
    link: "Se mødet",
    why: INVITED,
  };
}

const INVITED = "du er inviteret til mødet";
const DECIDES = "du er med til at beslutte det";
const HAS_HOMEWORK = "du er med til hjemmearbejdet og ikke har afleveret";
const HAS_TASK = "du har opgaven";
const HAS_NEXT_STEP = "du står for det næste skridt";
const LEADS = "du leder netværket";
const CO_DRIVER = "du er co-driver";
const TAKES_PART = "du er med i netværket";

function inDays(days?: number): string | undefined {
  return days === undefined || days < 0 ? undefined : (["i dag", "i morgen"][days] ?? `om ${days} dage`);
}

function ago(days?: number): string | undefined {
  return days === undefined || days > 0 ? undefined : (["i dag", "i går"][-days] ?? `for ${-days} dage siden`);
}

const soon = (days?: number) => capital(inDays(days) ?? "påmindelse");
const dash = (day?: string) => (day === undefined ? "" : ` – ${day}`);
const was = (day?: string) => (day === undefined ? "" : ` – fristen var ${day}`);
const space = (words?: string) => (words === undefined ? "" : ` ${words}`);
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
