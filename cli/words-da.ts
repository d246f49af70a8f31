// What the command line says in Danish, which is also the list of all it says.
import type { Said } from "./failure.ts";

const said = (detail: string, hint: string): Said => ({ detail, hint });

export const da = {
  help: {
    usage: "Brug:",
    arguments: "Argumenter:",
    options: "Tilvalg:",
    global: "Fælles tilvalg:",
    commands: "Kommandoer:",
    command: "kommando",
    optionsWord: "tilvalg",
    example: "Eksempel:",
    helpOption: "vis denne hjælp",
    json: "skriv ét JSON-dokument på standard output og intet andet",
    lang: "sprog: da eller en (ellers FREMDRIFT_LANG, ellers da)",
  },
  // Wrong usage.
  seeHelp: (command: string) => `Se «${command} --help».`,
  unknownCommand: (name: string) => `Der er ingen kommando «${name}».`,
  unknownOption: (name: string) => `Der er intet tilvalg «${name}».`,
  missingArgument: (name: string) => `«${name}» mangler.`,
  missingOption: (flags: string) => `Tilvalget «${flags}» skal med.`,
  missingValue: (flags: string) => `Tilvalget «${flags}» mangler en værdi.`,
  tooMany: () => "Der er flere argumenter, end kommandoen tager.",
  incomplete: () => "Kommandoen er ikke hel.",
  didYouMean: (name: string) => `Mente du «${name}»?`,
  badLanguage: (value: string) => said(`«${value}» er ikke et af sprogene.`, "Brug --lang da eller --lang en."),
  badYear: (year: string) =>
    said(
      `--year «${year}» passer ikke til programmet.`,
      "Skriv et år med fire cifre; i programmer, der tæller i uger, brug --start.",
    ),
  needsStart: (programme: string) =>
    said(
      `Programmet ${programme} har ingen egen dato at begynde på.`,
      "Skriv, hvornår det begynder: --start 2027-02-01.",
    ),
  badDate: (flag: string, value: string) =>
    said(`${flag} «${value}» er ingen dato.`, `Skriv en dato, der findes, som ${flag} 2027-02-01.`),
  badUntil: (value: string) =>
    said(`--until «${value}» er ingen dato.`, "Skriv den som 2027-06-30 eller 2027-06-30T09:00."),
  badAt: (value: string) =>
    said(`--at «${value}» er intet tidspunkt.`, "Skriv det som 2027-06-30T09:00; det er rigtig tid, ikke netværkets."),
  untilBeforeStart: (until: string, start: string) =>
    said(`--until ${until} ligger før starten ${start}.`, "Vælg en senere dato, eller udelad --until."),
  badClock: (value: string) =>
    said(`--clock «${value}» er intet ur.`, "Skriv real, stepped eller scaled:UGER_PR_SEKUND, for eksempel scaled:1."),
  programmeOrFrom: () =>
    said(
      "Et netværk laves af et program eller af et tidligere netværk, og kun af det ene.",
      "Skriv programmets id, eller --from med netværkets id.",
    ),
  onlyWithFrom: () =>
    said("--with-people og --keep-weekdays hører til --from.", "Udelad dem, eller lav netværket af et tidligere."),
  badSpeed: (value: string) =>
    said(`--speed «${value}» er intet antal uger i sekundet.`, "Skriv et tal over 0, for eksempel --speed 2."),
  badNumber: (flag: string, value: string) =>
    said(`${flag} «${value}» er intet helt tal.`, `Skriv for eksempel ${flag} 40.`),
  badData: (why: string) =>
    said(
      `--data kan ikke læses som JSON: ${why}`,
      `Skriv et objekt i enkelte anførselstegn: --data '{"phase":"design"}'.`,
    ),
  notObject: () => "det er ikke et objekt",
  // Refused or broken.
  fileUnreadable: (path: string, code: string) =>
    code === "ENOENT"
      ? said(`Der er ingen fil, der hedder «${path}».`, "Giv stien til en fil, der findes.")
      : said(`«${path}» kan ikke læses (${code}).`, "Giv stien til en fil, som du har lov at læse."),
  fileUnwritable: (path: string, code: string) =>
    code === "EEXIST"
      ? said(`«${path}» findes allerede.`, "Giv et andet navn: intet overskrives.")
      : said(`«${path}» kan ikke skrives (${code}).`, "Giv en sti, hvor du har lov at skrive."),
  badId: (id: string) =>
    said(`--id «${id}» er intet id.`, "Brug bogstaver, tal og bindestreg, begyndende med et bogstav."),
  noYear: (year: string) => said(`--year «${year}» er intet år.`, "Skriv fire tal, for eksempel --year 2027."),
  headHint: (path: string) => `Giv kolonnerne i «${path}» navne i første række, og prøv igen.`,
  unread: (row: number, column: string, text: string, why: string) =>
    `række ${row}${column ? `, ${column}` : ""}: «${text}»: ${why}`,
  draftWarnings: (count: number) =>
    `Kladden holder. Åbent eller til gennemsyn: ${count}; se det med «npx fremdrift programme lint».`,
  draftWritten: (path: string) => `Kladden er skrevet: ${path}`,
  scriptNotJson: (path: string, why: string) =>
    said(`«${path}» er ikke JSON: ${why}`, "Et script er en JSON-liste: [{ at, by, trigger, data }]."),
  jsonAt: (line: number, column: number) => `linje ${line}, tegn ${column}`,
  brokenScript: (path: string) => said(`Scriptet «${path}» kan ikke spilles.`, "Ret linjerne, og prøv igen."),
  brokenProgramme: (name: string) =>
    said(`Programmet «${name}» kan ikke læses.`, "Ret det, der står ovenfor, og prøv igen."),
  brokenPeople: (path: string) => said(`Personfilen «${path}» kan ikke bruges.`, "Ret linjerne, og prøv igen."),
  noSample: (id: string) => said(`Programmet «${id}» har intet prøvescript.`, "Giv et script: --script FIL."),
  noUrl: (url: string) => said(`FREMDRIFT_URL «${url}» er ingen adresse.`, "Skriv den som http://127.0.0.1:3000."),
  noToken: (file: string, absent: boolean) =>
    said(
      absent ? `Der er ingen adgangsnøgle: ${file} findes ikke.` : `Adgangsnøglen i ${file} kan ikke læses.`,
      "Start Fremdrift med «npm start», peg FREMDRIFT_DATA på dens datamappe, eller sæt FREMDRIFT_TOKEN.",
    ),
  notReached: (about: string) =>
    said(`Fremdrift svarer ikke (${about}).`, "Start den med «npm start», eller sæt FREMDRIFT_URL til en, der kører."),
  repeatWith: (key: string) => `Gentag uden at det sker to gange: --key ${key}`,
  unexpected: (what: string) =>
    said(`Uventet fejl: ${what}`, "Prøv igen; «npx fremdrift doctor» viser, om noget er galt."),
  atLine: (line: number, column?: number) => `linje ${line}${column === undefined ? "" : `, tegn ${column}`}`,
  unmet: (title: string, have: number, need: number) => `${title}: ${have} (skal være ${need})`,
  errorsWord: "Fejl",
  // What commands answer.
  none: "Der er ingen.",
  noNetworks: "Der er ingen netværk endnu. Lav et med «npx fremdrift network create», eller se «npx fremdrift demo».",
  columns: {
    id: "ID",
    title: "Titel",
    programme: "Program",
    start: "Start",
    clock: "Ur",
    state: "Tilstand",
    networkType: "Type",
    version: "Version",
    phases: "Faser",
    meetings: "Møder",
    homework: "Hjemmearbejde",
    decisions: "Beslutninger",
    warnings: "Advarsler",
    when: "Hvornår",
    what: "Hvad",
    audience: "For",
    to: "Til",
    kind: "Slags",
    by: "Skrives af",
    data: "Data",
    type: "Handling",
    who: "Hvem",
  },
  running: "i gang",
  ended: "slut",
  created: (id: string) => `Netværket er oprettet: ${id}`,
  next: (id: string) => `Se det med «npx fremdrift network show ${id}».`,
  week: (week: number, weeks?: number) => `Uge ${week}${weeks === undefined ? "" : ` af ${weeks}`}`,
  weeks: (first: number, last: number) => (first === last ? `uge ${first}` : `uge ${first}–${last}`),
  either: (first: number, last: number) => `uge ${first} eller ${last}`,
  clockWord: (clock: string) => `ur: ${clock}`,
  endedWith: (outcome?: string) => `Afsluttet${outcome ? `: ${outcome}` : ""}`,
  noneOpen: "Ingen åbne faser.",
  open: "Åben",
  paused: "Åben, på pause",
  mayClose: "kan afsluttes",
  ideas: "Idéer",
  round: (round: number) => `runde ${round}`,
  nextDue: "Næste",
  nothingDue: "Intet venter.",
  emptyLedger: "Der er ikke sket noget endnu.",
  taken: "Taget imod.",
  preview: {
    nothing: "Intet er sket endnu. Sådan ville det blive:",
    told: "Får straks besked:",
    gone: "Beskeder, der så ikke går:",
    coming: "Beskeder, der går i stedet:",
    alike: "Idéer, den ligner:",
  },
  nothingHappened: "Der skete ikke noget i den tid.",
  now: (at: string) => `Netværkets tid er nu ${at}.`,
  ideaStates: {
    captured: "noteret",
    shortlisted: "på den korte liste",
    testing: "i test",
    deciding: "til afgørelse",
    approved: "godkendt",
    discarded: "kasseret",
    merged: "lagt ind i et koncept",
    split: "delt op igen",
  } as Record<string, string>,
  reset: (to: string, again: number) =>
    `Netværket går videre fra ${to}; ${again === 1 ? "1 ting" : `${again} ting`}, der kom siden, kommer igen.`,
  faults: (count: number) => (count === 1 ? "1 fejl undervejs:" : `${count} fejl undervejs, de seneste:`),
  machine: {
    carried: (versions: string, newest: string) =>
      `Denne installation kender ${versions}; nye netværk begynder med ${newest}.`,
    networks: (count: number) => `${count} netværk`,
    notBegun: "endnu ikke begyndt",
    noneRun: "Ingen netværk er i gang.",
    behind: (newest: string) =>
      `Se, hvad der ville ske med dem, der ikke kører ${newest}: npx fremdrift machine migrate --dry-run`,
    nothing: (to: string) => `Der er intet at gøre: ingen netværk i gang skal flyttes til ${to}.`,
    to: (to: string, dryRun: boolean) => (dryRun ? `Til ${to}; intet er ændret:` : `Til ${to}:`),
    left: (count: number) => `${count} til er tilbage: spørg igen.`,
    status: {
      can: "kan flyttes",
      migrated: "er flyttet",
      current: "kører den allerede",
      ended: "er slut og røres ikke",
      cannot: "kan ikke flyttes og er, som det var",
      unanswered: "svarede ikke",
    },
  },
  everyone: "alle",
  simulated: (entries: number) => `${entries} hændelser.`,
  refused: (count: number) => (count === 1 ? "1 handling blev afvist:" : `${count} handlinger blev afvist:`),
  mayNotClose: (phase: string) => `${phase} kan ikke afsluttes endnu:`,
  tokenFor: (person: string) => `Adgangsnøgle til ${person}; den vises kun denne ene gang:`,
  undated: "ikke oplyst",
  lintOk: "Programmet kan bruges.",
  lintErrors: (count: number) => (count === 1 ? "1 fejl" : `${count} fejl`),
  lintWarnings: (count: number) => (count === 1 ? "1 advarsel" : `${count} advarsler`),
  writers: { machine: "netværket", store: "det, deltagerne bidrager med" } as Record<string, string>,
  demoRuns: (title: string, id: string) => `«${title}» spilles (${id}). Ctrl-C stopper kun fortællingen.`,
  demoWaits: "Fremdrift svarer ikke lige nu; venter …",
  demoEnded: (id: string) => `Slut. Hele loggen: «npx fremdrift network ledger ${id}».`,
  checks: {
    nodeOld: (version: string) => said(`${version} er for gammel`, "Installér Node 20.19 eller nyere."),
    dataNew: (path: string) => `${path} findes ikke endnu; «npm start» laver den`,
    dataBad: (path: string, code: string) =>
      said(
        `${path} kan ikke læses og skrives (${code})`,
        "Ret rettighederne, eller sæt FREMDRIFT_DATA til en anden mappe.",
      ),
    dataFile: (path: string) => said(`${path} er ikke en mappe`, "Sæt FREMDRIFT_DATA til en mappe."),
    answers: "svarer",
    unset: "ikke sat",
    set: "sat",
    default: (value: string) => `standard ${value}`,
  },
};

export type Words = typeof da;
