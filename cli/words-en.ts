// What the command line says in English.
import type { Said } from "./failure.ts";
import type { Words } from "./words-da.ts";

const said = (detail: string, hint: string): Said => ({ detail, hint });

export const en: Words = {
  help: {
    usage: "Usage:",
    arguments: "Arguments:",
    options: "Options:",
    global: "Global options:",
    commands: "Commands:",
    command: "command",
    optionsWord: "options",
    example: "Example:",
    helpOption: "show this help",
    json: "write one JSON document on standard output and nothing else",
    lang: "language: da or en (else FREMDRIFT_LANG, else da)",
  },
  seeHelp: (command) => `See «${command} --help».`,
  unknownCommand: (name) => `There is no command «${name}».`,
  unknownOption: (name) => `There is no option «${name}».`,
  missingArgument: (name) => `«${name}» is missing.`,
  missingOption: (flags) => `The option «${flags}» is needed.`,
  missingValue: (flags) => `The option «${flags}» lacks a value.`,
  tooMany: () => "There are more arguments than the command takes.",
  incomplete: () => "The command is not complete.",
  didYouMean: (name) => `Did you mean «${name}»?`,
  badLanguage: (value) => said(`«${value}» is not one of the languages.`, "Use --lang da or --lang en."),
  badYear: (year) =>
    said(
      `--year «${year}» does not fit the programme.`,
      "Write a year of four digits; where it counts in weeks use --start.",
    ),
  needsStart: (programme) =>
    said(`The programme ${programme} has no date of its own to begin on.`, "Say when it begins: --start 2027-02-01."),
  badDate: (flag, value) => said(`${flag} «${value}» is no date.`, `Write a date that exists, as ${flag} 2027-02-01.`),
  badUntil: (value) => said(`--until «${value}» is no date.`, "Write it as 2027-06-30 or 2027-06-30T09:00."),
  badAt: (value) =>
    said(`--at «${value}» is no time.`, "Write it as 2027-06-30T09:00; it is real time, not the network's."),
  untilBeforeStart: (until, start) =>
    said(`--until ${until} lies before the start ${start}.`, "Choose a later date, or leave --until out."),
  badClock: (value) =>
    said(`--clock «${value}» is no clock.`, "Write real, stepped or scaled:WEEKS_PER_SECOND, such as scaled:1."),
  programmeOrFrom: () =>
    said(
      "A network is made from a programme or from an earlier network, and from one of them only.",
      "Write the programme's id, or --from with the network's id.",
    ),
  onlyWithFrom: () =>
    said(
      "--with-people and --keep-weekdays belong to --from.",
      "Leave them out, or make the network from an earlier one.",
    ),
  badSpeed: (value) =>
    said(`--speed «${value}» is no number of weeks per second.`, "Write a number above 0, such as --speed 2."),
  badNumber: (flag, value) => said(`${flag} «${value}» is no whole number.`, `Write ${flag} 40, for instance.`),
  badData: (why) =>
    said(`--data cannot be read as JSON: ${why}`, `Write an object in single quotes: --data '{"phase":"design"}'.`),
  notObject: () => "it is not an object",
  fileUnreadable: (path, code) =>
    code === "ENOENT"
      ? said(`There is no file called «${path}».`, "Give the path of a file that exists.")
      : said(`«${path}» cannot be read (${code}).`, "Give the path of a file that you may read."),
  fileUnwritable: (path, code) =>
    code === "EEXIST"
      ? said(`«${path}» exists already.`, "Give another name: nothing is written over.")
      : said(`«${path}» cannot be written (${code}).`, "Give a path where you may write."),
  badId: (id) => said(`--id «${id}» is no id.`, "Use letters, digits and hyphens, beginning with a letter."),
  noYear: (year) => said(`--year «${year}» is no year.`, "Write four digits, such as --year 2027."),
  headHint: (path) => `Name the columns of «${path}» in its first row and try again.`,
  unread: (row, column, text, why) => `row ${row}${column ? `, ${column}` : ""}: «${text}»: ${why}`,
  draftWarnings: (count) =>
    `The draft holds. Left open, or to be looked at: ${count}; see them with «npx fremdrift programme lint».`,
  draftWritten: (path) => `The draft is written: ${path}`,
  scriptNotJson: (path, why) =>
    said(`«${path}» is not JSON: ${why}`, "A script is a JSON array: [{ at, by, trigger, data }]."),
  jsonAt: (line, column) => `line ${line}, character ${column}`,
  brokenScript: (path) => said(`The script «${path}» cannot be played.`, "Mend the lines and try again."),
  brokenProgramme: (name) => said(`The programme «${name}» cannot be read.`, "Mend what stands above and try again."),
  brokenPeople: (path) => said(`The people file «${path}» cannot be used.`, "Mend the lines and try again."),
  noSample: (id) => said(`The programme «${id}» has no sample script.`, "Give a script: --script FILE."),
  noUrl: (url) => said(`FREMDRIFT_URL «${url}» is no address.`, "Write it as http://127.0.0.1:3000."),
  noToken: (file, absent) =>
    said(
      absent ? `There is no token: ${file} does not exist.` : `The token in ${file} cannot be read.`,
      "Start Fremdrift with «npm start», point FREMDRIFT_DATA at its data folder, or set FREMDRIFT_TOKEN.",
    ),
  notReached: (about) =>
    said(`Fremdrift does not answer (${about}).`, "Start it with «npm start», or set FREMDRIFT_URL to one that runs."),
  repeatWith: (key) => `Repeat it without its happening twice: --key ${key}`,
  unexpected: (what) =>
    said(`Unexpected error: ${what}`, "Try again; «npx fremdrift doctor» shows whether something is wrong."),
  atLine: (line, column) => `line ${line}${column === undefined ? "" : `, character ${column}`}`,
  unmet: (title, have, need) => `${title}: ${have} (must be ${need})`,
  errorsWord: "Errors",
  none: "There are none.",
  noNetworks: "There are no networks yet. Make one with «npx fremdrift network create», or see «npx fremdrift demo».",
  columns: {
    id: "ID",
    title: "Title",
    programme: "Programme",
    start: "Start",
    clock: "Clock",
    state: "State",
    networkType: "Type",
    version: "Version",
    phases: "Phases",
    meetings: "Meetings",
    homework: "Homework",
    decisions: "Decisions",
    warnings: "Warnings",
    when: "When",
    what: "What",
    audience: "For",
    to: "To",
    kind: "Kind",
    by: "Written by",
    data: "Data",
    type: "Trigger",
    who: "Who",
  },
  running: "running",
  ended: "ended",
  created: (id) => `The network is made: ${id}`,
  next: (id) => `See it with «npx fremdrift network show ${id}».`,
  week: (week, weeks) => `Week ${week}${weeks === undefined ? "" : ` of ${weeks}`}`,
  weeks: (first, last) => (first === last ? `week ${first}` : `weeks ${first}–${last}`),
  either: (first, last) => `week ${first} or ${last}`,
  clockWord: (clock) => `clock: ${clock}`,
  endedWith: (outcome) => `Ended${outcome ? `: ${outcome}` : ""}`,
  noneOpen: "No open phases.",
  open: "Open",
  paused: "Open, on a break",
  mayClose: "may close",
  ideas: "Ideas",
  round: (round) => `round ${round}`,
  nextDue: "Next",
  nothingDue: "Nothing is due.",
  emptyLedger: "Nothing has happened yet.",
  taken: "Taken.",
  preview: {
    nothing: "Nothing has happened yet. This is what would:",
    told: "Told at once:",
    gone: "Messages that would no longer go:",
    coming: "Messages that would go instead:",
    alike: "Ideas it is like:",
  },
  nothingHappened: "Nothing happened in that time.",
  now: (at) => `The network's time is now ${at}.`,
  ideaStates: {
    captured: "captured",
    shortlisted: "short-listed",
    testing: "in test",
    deciding: "to be decided",
    approved: "approved",
    discarded: "discarded",
    merged: "merged into a concept",
    split: "split again",
  },
  reset: (to, again) =>
    `The network goes on from ${to}; ${again === 1 ? "1 thing" : `${again} things`} that came since will come again.`,
  faults: (count) => (count === 1 ? "1 fault on the way:" : `${count} faults on the way, the latest:`),
  machine: {
    carried: (versions, newest) => `This installation carries ${versions}; new networks begin with ${newest}.`,
    networks: (count) => (count === 1 ? "1 network" : `${count} networks`),
    notBegun: "not begun yet",
    noneRun: "No networks run.",
    behind: (newest) =>
      `See what would become of those that do not run ${newest}: npx fremdrift machine migrate --dry-run`,
    nothing: (to) => `There is nothing to do: no network that runs needs moving to ${to}.`,
    to: (to, dryRun) => (dryRun ? `To ${to}; nothing has been changed:` : `To ${to}:`),
    left: (count) => `${count} more are left: ask again.`,
    status: {
      can: "can be moved",
      migrated: "moved",
      current: "runs it already",
      ended: "has ended, and is left as it is",
      cannot: "cannot be moved, and is as it was",
      unanswered: "did not answer",
    },
  },
  everyone: "everyone",
  simulated: (entries) => `${entries} entries.`,
  refused: (count) => (count === 1 ? "1 trigger was refused:" : `${count} triggers were refused:`),
  mayNotClose: (phase) => `${phase} cannot close yet:`,
  tokenFor: (person) => `Token for ${person}; it is shown only this once:`,
  undated: "not said",
  lintOk: "The programme can be used.",
  lintErrors: (count) => (count === 1 ? "1 error" : `${count} errors`),
  lintWarnings: (count) => (count === 1 ? "1 warning" : `${count} warnings`),
  writers: { machine: "the network", store: "what people contribute" },
  demoRuns: (title, id) => `Playing «${title}» (${id}). Ctrl-C ends the narration only.`,
  demoWaits: "Fremdrift does not answer just now; waiting …",
  demoEnded: (id) => `The end. The whole ledger: «npx fremdrift network ledger ${id}».`,
  checks: {
    nodeOld: (version) => said(`${version} is too old`, "Install Node 20.19 or newer."),
    dataNew: (path) => `${path} does not exist yet; «npm start» makes it`,
    dataBad: (path, code) =>
      said(
        `${path} cannot be read and written (${code})`,
        "Mend its permissions, or set FREMDRIFT_DATA to another folder.",
      ),
    dataFile: (path) => said(`${path} is no folder`, "Set FREMDRIFT_DATA to a folder."),
    answers: "answers",
    unset: "not set",
    set: "set",
    default: (value) => `default ${value}`,
  },
};
