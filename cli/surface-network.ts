// The commands about networks that run.
import { KEY, NETWORK, PEOPLE, START, type CommandSpec } from "./surface-parts.ts";

const EDITION = {
  da: "id på et program eller en YAML-fil (standard: netværkets eget, som det nu følger med)",
  en: "id of a programme, or a YAML file (default: the network's own as it is shipped now)",
};

export const NETWORK_COMMANDS: CommandSpec[] = [
  {
    path: "network create",
    args: {
      "[programme]": { da: "programmets id eller fil; ellers --from", en: "the programme's id or file; else --from" },
    },
    options: {
      "--start <date>": START,
      "--from <network>": {
        da: "planen fra et tidligere netværk, som den står nu, flyttet til starten",
        en: "the plan of an earlier network as it now stands, moved to the start",
      },
      "--with-people": {
        da: "med --from: tag folk, der stadig er med, med deres roller og organisationer",
        en: "with --from: take those who are still there, with roles and organisations",
      },
      "--keep-weekdays": {
        da: "med --from: hver dag beholder sin ugedag",
        en: "with --from: each day keeps its weekday",
      },
      "--title <text>": { da: "netværkets navn", en: "the network's name" },
      "--people <file>": PEOPLE,
      "--clock <clock>": {
        da: "real (standard), stepped eller scaled:UGER_PR_SEKUND",
        en: "real (default), stepped or scaled:WEEKS_PER_SECOND",
      },
      "--key <key>": KEY,
    },
    required: ["--start <date>"],
    about: { da: "opret et netværk", en: "make a network" },
    example:
      'npx fremdrift network create innovationsnetvaerk --start 2027-02-01 --title "Mindre ventetid" --people people.csv',
    load: () => import("./network/create.ts"),
  },
  {
    path: "network list",
    about: { da: "vis netværkene", en: "list the networks" },
    example: "npx fremdrift network list",
    load: () => import("./network/list.ts"),
  },
  {
    path: "network overview",
    options: { "--csv": { da: "som CSV, med timer og penge", en: "as CSV, with hours and money" } },
    about: {
      da: "vis alle netværk: fase, næste møde, forfaldent, afgørelser der venter",
      en: "show all networks: phase, next meeting, what is late, decisions that wait",
    },
    example: "npx fremdrift network overview --csv > overblik.csv",
    load: () => import("./network/overview.ts"),
  },
  {
    path: "network show",
    args: NETWORK,
    about: { da: "vis, hvordan et netværk står", en: "show how a network stands" },
    example: "npx fremdrift network show innovationsnetvaerk-1",
    load: () => import("./network/show.ts"),
  },
  {
    path: "network ledger",
    args: NETWORK,
    options: { "--after <seq>": { da: "kun det efter dette nummer", en: "only what came after this number" } },
    about: { da: "vis alt, der er sket", en: "show all that has happened" },
    example: "npx fremdrift network ledger innovationsnetvaerk-1",
    load: () => import("./network/ledger.ts"),
  },
  {
    path: "network ideas",
    args: NETWORK,
    about: {
      da: "vis opdagelser, temaer og idéer, og hvilke idéer der ligner hinanden",
      en: "show discoveries, themes and ideas, and which ideas are alike",
    },
    example: "npx fremdrift network ideas innovationsnetvaerk-1",
    load: () => import("./network/ideas.ts"),
  },
  {
    path: "network ballots",
    args: NETWORK,
    about: {
      da: "vis prioriteringerne: hvem der har stemt, rækkefølgen, og hvor sikker den er",
      en: "show the ballots: who has voted, the order, and how sure it is",
    },
    example: "npx fremdrift network ballots innovationsnetvaerk-1",
    load: () => import("./network/ballots.ts"),
  },
  {
    path: "network agenda",
    args: NETWORK,
    about: { da: "vis, hvad der kommer, og hvem der får besked", en: "show what is due next, and to whom" },
    example: "npx fremdrift network agenda innovationsnetvaerk-1",
    load: () => import("./network/agenda.ts"),
  },
  {
    path: "network inspect",
    args: NETWORK,
    options: {
      "--at <place>": {
        da: "som det stod: en posts nummer eller et tidspunkt",
        en: "as it stood: an entry's number or an instant",
      },
      "--what-if <type>": { da: "afprøv en handling på en kopi", en: "try an action on a copy" },
      "--data <json>": { da: "handlingens oplysninger", en: "the action's data" },
      "--until <date>": { da: "og lad tiden gå på kopien", en: "and let time pass on the copy" },
      "--follow": { da: "følg med i, hvad der flytter det", en: "follow what moves it" },
      "--stately": { da: "tal @statelyai/inspect på denne maskine", en: "speak @statelyai/inspect on this machine" },
      "--xstate-inspect": {
        da: "tal @xstate/inspect (XState 4) på denne maskine",
        en: "speak @xstate/inspect (XState 4) on this machine",
      },
      "--port <port>": { da: "port til det (0 = en ledig)", en: "port for that (0 = any that is free)" },
    },
    about: {
      da: "se maskinen indefra: tilstande, tidsure, og hvad der ville ske, hvis",
      en: "see the machine from inside: states, timers, and what would happen if",
    },
    example: 'npx fremdrift network inspect innovationsnetvaerk-1 --what-if openPhase --data \'{"phase":"design"}\'',
    load: () => import("./network/inspect.ts"),
  },
  {
    path: "network meeting",
    args: { ...NETWORK, "<item>": { da: "mødets id, som m1", en: "the meeting's id, such as m1" } },
    about: {
      da: "vis et møde: dagsorden, svar, fremmøde, referat, opgaver, filer",
      en: "show a meeting: agenda, answers, attendance, minutes, tasks, files",
    },
    example: "npx fremdrift network meeting innovationsnetvaerk-1 m1",
    load: () => import("./network/meeting.ts"),
  },
  {
    path: "network homework",
    args: { ...NETWORK, "<item>": { da: "hjemmearbejdets id, som h1", en: "the homework's id, such as h1" } },
    about: {
      da: "vis et hjemmearbejde: hvad der er afleveret, og hvem der mangler",
      en: "show a homework: what was delivered, and who is missing",
    },
    example: "npx fremdrift network homework innovationsnetvaerk-1 h1",
    load: () => import("./network/homework.ts"),
  },
  {
    path: "network polls",
    args: NETWORK,
    about: {
      da: "vis, hvornår folk kan komme: hver foreslået dato, og hvem der ikke har svaret",
      en: "show when people can come: each proposed date, and who has not answered",
    },
    example: "npx fremdrift network polls innovationsnetvaerk-1",
    load: () => import("./network/polls.ts"),
  },
  {
    path: "network signups",
    args: NETWORK,
    about: {
      da: "vis åbne møder: hvem der har plads, hvem der venter, og linket til at tilmelde sig",
      en: "show open meetings: who has a seat, who waits, and the link to sign up by",
    },
    example: "npx fremdrift network signups innovationsnetvaerk-1",
    load: () => import("./network/signups.ts"),
  },
  {
    path: "network messages",
    args: NETWORK,
    about: {
      da: "vis de beskeder, der er gået, og hvad der blev af hver mail",
      en: "show the messages that have gone, and what became of each mail",
    },
    example: "npx fremdrift network messages innovationsnetvaerk-1",
    load: () => import("./network/messages.ts"),
  },
  {
    path: "network verify",
    args: NETWORK,
    about: {
      da: "se efter, om nogen har ændret i netværkets log",
      en: "see whether anybody has tampered with the network's ledger",
    },
    example: "npx fremdrift network verify innovationsnetvaerk-1",
    load: () => import("./network/verify.ts"),
  },
  {
    path: "network audit",
    args: NETWORK,
    about: {
      da: "skriv hver ændring som CSV: hvem, hvornår, før, nu og hvorfor",
      en: "write every change as CSV: who, when, the old, the new and why",
    },
    example: "npx fremdrift network audit innovationsnetvaerk-1 > revision.csv",
    load: () => import("./network/audit.ts"),
  },
  {
    path: "network export",
    args: NETWORK,
    options: { "--format <format>": { da: "json, csv, ics eller html", en: "json, csv, ics or html" } },
    required: ["--format <format>"],
    about: {
      da: "skriv netværket som fil, det planlagte ved siden af det gennemførte",
      en: "write the network as a file, planned beside carried out",
    },
    example: "npx fremdrift network export innovationsnetvaerk-1 --format html > netvaerk.html",
    load: () => import("./network/export.ts"),
  },
  {
    path: "network compare",
    args: NETWORK,
    options: { "--programme <programme>": EDITION },
    about: {
      da: "vis, hvad der er anderledes i en ny udgave af netværkets program, og hvad af det netværket kan tage ind",
      en: "show what is different in a new edition of the network's programme, and what of it the network can adopt",
    },
    example: "npx fremdrift network compare innovationsnetvaerk-1",
    load: () => import("./network/compare.ts"),
  },
  {
    path: "network adopt",
    args: {
      ...NETWORK,
      "<piece...>": { da: "dele, som «network compare» viser dem", en: "pieces, as «network compare» shows them" },
    },
    options: {
      "--programme <programme>": EDITION,
      "--reason <text>": { da: "hvorfor; står i loggen", en: "why; stands in the ledger" },
      "--preview": {
        da: "vis, hvad hver handling ville føre til; intet sker",
        en: "show what each trigger would lead to; nothing happens",
      },
      "--key <key>": KEY,
    },
    about: { da: "tag dele af en ny udgave ind i et netværk", en: "adopt pieces of a new edition in a network" },
    example: "npx fremdrift network adopt innovationsnetvaerk-1 items.m3 phases.design --preview",
    load: () => import("./network/adopt.ts"),
  },
  {
    path: "network trigger",
    args: {
      ...NETWORK,
      "<type>": { da: "handlingen, som «trigger types» viser den", en: "the trigger, as «trigger types» shows it" },
    },
    options: {
      "--data <json>": { da: "handlingens data som JSON", en: "the trigger's data as JSON" },
      "--preview": {
        da: "vis, hvad der ville ske, og hvem der ville få besked; intet sker",
        en: "show what would happen, and who would be told; nothing happens",
      },
      "--key <key>": KEY,
    },
    about: { da: "bed netværket om noget", en: "ask something of the network" },
    example: `npx fremdrift network trigger innovationsnetvaerk-1 openPhase --data '{"phase":"qualification"}'`,
    load: () => import("./network/trigger.ts"),
  },
  {
    path: "network step",
    args: NETWORK,
    options: {
      "--until <date>": {
        da: "til og med; ellers til det næste, der forfalder",
        en: "up to and with; else to the next thing due",
      },
      "--key <key>": KEY,
    },
    about: { da: "flyt tiden frem (kun ur: stepped)", en: "move time on (clock stepped only)" },
    example: "npx fremdrift network step innovationsnetvaerk-1 --until 2027-03-31",
    load: () => import("./network/step.ts"),
  },
  {
    path: "network reset",
    args: NETWORK,
    options: {
      "--at <time>": {
        da: "gå tilbage til (rigtig tid); ellers til begyndelsen af dets kørsel",
        en: "go back to (real time); else to the beginning of its run",
      },
      "--reason <text>": { da: "hvorfor; står i loggen", en: "why; stands in the ledger" },
      "--key <key>": KEY,
    },
    about: {
      da: "få et netværk, der står stille, i gang igen (kun administrator)",
      en: "let a network that stands still go on again (administrator only)",
    },
    example: 'npx fremdrift network reset innovationsnetvaerk-1 --reason "Forkert version af workeren"',
    load: () => import("./network/reset.ts"),
  },
];
