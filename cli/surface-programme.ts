// The commands about programmes, which need no server.
import { PEOPLE, PROGRAMME, START, YEAR, type CommandSpec } from "./surface-parts.ts";

export const PROGRAMME_COMMANDS: CommandSpec[] = [
  {
    path: "programme list",
    about: { da: "vis programmerne", en: "list the programmes" },
    example: "npx fremdrift programme list --json",
    load: () => import("./programme/list.ts"),
  },
  {
    path: "programme show",
    args: PROGRAMME,
    options: { "--start <date>": START, "--year <year>": YEAR },
    about: {
      da: "vis faser og punkter med kildens ord for tiden",
      en: "show phases and items with the source's words for their time",
    },
    example: "npx fremdrift programme show innovationsnetvaerk --start 2027-02-01",
    load: () => import("./programme/show.ts"),
  },
  {
    path: "programme lint",
    args: PROGRAMME,
    options: { "--start <date>": START, "--year <year>": YEAR },
    about: { da: "find fejl, og det kilden lader åbent", en: "find errors, and what the source leaves open" },
    example: "npx fremdrift programme lint mit-program.yaml",
    load: () => import("./programme/lint.ts"),
  },
  {
    path: "programme schema",
    options: { "--method": { da: "af en metode", en: "of a method" } },
    about: {
      da: "skriv programfilens form som JSON Schema, så at en editor kan hjælpe, mens man skriver",
      en: "write the shape of a programme file as JSON Schema, so that an editor can help while one writes",
    },
    example: "npx fremdrift programme schema > program.schema.json",
    load: () => import("./programme/schema.ts"),
  },
  {
    path: "programme diagram",
    args: PROGRAMME,
    options: {
      "--format <format>": { da: "svg", en: "svg" },
      "--kind <kind>": {
        da: "statechart (faser og kriterier, standard) eller timeline (tidslinje)",
        en: "statechart (phases and criteria, default) or timeline",
      },
      "--start <date>": START,
      "--year <year>": YEAR,
    },
    required: ["--format <format>"],
    about: { da: "tegn programmet", en: "draw the programme" },
    example: "npx fremdrift programme diagram innovationsnetvaerk --format svg --kind timeline > forloeb.svg",
    load: () => import("./programme/diagram.ts"),
  },
  {
    path: "programme export",
    args: PROGRAMME,
    options: {
      "--format <format>": { da: "json, csv, ics eller html", en: "json, csv, ics or html" },
      "--start <date>": START,
      "--year <year>": YEAR,
    },
    required: ["--format <format>"],
    about: {
      da: "skriv programmet som fil: til regneark (csv), kalender (ics), print (html) eller igen at læse ind (json)",
      en: "write the programme as a file: for spreadsheet (csv), calendar (ics), print (html) or to read in again (json)",
    },
    example: "npx fremdrift programme export innovationsnetvaerk --format ics --start 2027-02-01 > plan.ics",
    load: () => import("./programme/export.ts"),
  },
  {
    path: "programme shift",
    args: PROGRAMME,
    options: {
      "--start <date>": START,
      "--year <year>": YEAR,
      "--keep-weekdays": {
        da: "hver dag beholder sin ugedag: alt flyttes et helt antal uger",
        en: "each day keeps its weekday: all moves by whole weeks",
      },
      "--out <file>": {
        da: "skriv programmet med de nye datoer i en ny fil",
        en: "write the programme with the new dates to a new file",
      },
    },
    about: {
      da: "flyt programmet til en anden start, og se dage, der ikke passer, med forslag",
      en: "move the programme to another start, and see the days that do not fit, with proposals",
    },
    example: "npx fremdrift programme shift partnerskab --year 2028",
    load: () => import("./programme/shift.ts"),
  },
  {
    path: "programme import",
    args: { "<file>": { da: "en plan som tabel: .docx eller .csv", en: "a plan as a table: .docx or .csv" } },
    options: {
      "--id <id>": {
        da: "programmets id (standard: filens navn)",
        en: "the programme's id (default: the file's name)",
      },
      "--year <year>": { da: "året for datoer uden år", en: "the year of dates that have none" },
      "--out <file>": { da: "skriv kladden i en ny fil", en: "write the draft to a new file" },
    },
    about: { da: "lav en kladde til et program af en tabel", en: "make the draft of a programme from a table" },
    example: "npx fremdrift programme import plan.docx --out mit-program.yaml",
    load: () => import("./programme/import.ts"),
  },
  {
    path: "simulate",
    args: PROGRAMME,
    options: {
      "--start <date>": START,
      "--year <year>": YEAR,
      "--script <file>": {
        da: "JSON-liste af { at, by, trigger, data }, eller «sample» for det medfølgende",
        en: "JSON array of { at, by, trigger, data }, or «sample» for the one shipped",
      },
      "--people <file>": PEOPLE,
      "--until <date>": { da: "til og med, 2027-08-31", en: "up to and with, 2027-08-31" },
      "--report <file>": {
        da: "skriv netværkets rapport til en fil, .html eller .pdf",
        en: "write the network's report to a file, .html or .pdf",
      },
    },
    about: {
      da: "spil et helt netværk på et øjeblik, uden server",
      en: "play a whole network in a moment, without a server",
    },
    example: "npx fremdrift simulate innovationsnetvaerk --start 2027-02-01 --script sample",
    load: () => import("./simulate.ts"),
  },
];
