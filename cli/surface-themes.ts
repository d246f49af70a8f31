// The commands about what comes before a network: theme proposals, when the forum meets, and who is of forum and secretariat.
import { KEY, START, type CommandSpec } from "./surface-parts.ts";

const THEME = {
  "<id>": { da: "forslagets id, som «theme list» viser det", en: "the proposal's id, as «theme list» shows it" },
};

export const THEME_COMMANDS: CommandSpec[] = [
  {
    path: "theme propose",
    options: {
      "--title <title>": { da: "temaet på en linje", en: "the theme in a line" },
      "--challenge <text>": { da: "hvad udfordringen er", en: "what the challenge is" },
      "--type <type>": {
        da: "innovation (standard), learning eller welfare",
        en: "innovation (default), learning or welfare",
      },
      "--programme <id>": { da: "et bestemt program af den type", en: "a certain programme of that type" },
      "--start <date>": { da: "ønsket startdato, 2027-02-01", en: "the date wished for, 2027-02-01" },
      "--reference-manager <email>": { da: "referencelederen", en: "the reference manager" },
      "--line-manager <email>": { da: "personalelederen, der aftaler timer", en: "the line manager, who agrees hours" },
      "--characteristics <json>": {
        da: 'af de syv kendetegn dem, temaet har: {"complex":"…"}; navnene er welfare, currentChallenge, crossCutting, complex, newLearning, innovation, showsValue',
        en: 'of the seven characteristics those the theme has: {"complex":"…"}; named welfare, currentChallenge, crossCutting, complex, newLearning, innovation, showsValue',
      },
      "--key <key>": KEY,
    },
    required: ["--title <title>", "--challenge <text>"],
    about: { da: "stil et temaforslag til chefforum", en: "propose a theme to the management forum" },
    example: 'npx fremdrift theme propose --title "Kortere ventetid" --challenge "Borgerne venter tre uger"',
    load: () => import("./theme/propose.ts"),
  },
  {
    path: "theme list",
    options: { "--waiting": { da: "kun dem, der venter på nogen", en: "only those that wait for somebody" } },
    about: {
      da: "vis temaforslag, hvor længe de har ventet, og hvornår de er på",
      en: "list theme proposals, how long they have waited, and when they are up",
    },
    example: "npx fremdrift theme list --waiting",
    load: () => import("./theme/list.ts"),
  },
  {
    path: "theme show",
    args: THEME,
    about: { da: "vis et temaforslag og alt, der er sket med det", en: "show a theme proposal and what became of it" },
    example: "npx fremdrift theme show theme-1",
    load: () => import("./theme/show.ts"),
  },
  {
    path: "theme decide",
    args: THEME,
    options: {
      "--outcome <outcome>": { da: "yes, no eller wait", en: "yes, no or wait" },
      "--reason <text>": { da: "hvorfor; skal med ved no og wait", en: "why; needed for no and wait" },
      "--key <key>": KEY,
    },
    required: ["--outcome <outcome>"],
    about: { da: "sig, hvad chefforum besluttede (kun chefforum)", en: "say what the forum decided (the forum only)" },
    example: 'npx fremdrift theme decide theme-1 --outcome wait --reason "Budgettet er ikke på plads"',
    load: () => import("./theme/decide.ts"),
  },
  {
    path: "theme hours",
    args: THEME,
    options: {
      "--days <days>": {
        da: "aftalte arbejdsdage; uden dem er intet aftalt",
        en: "working days agreed; none without it",
      },
      "--reason <text>": { da: "hvad der blev aftalt, eller hvorfor ikke", en: "what was agreed, or why not" },
      "--key <key>": KEY,
    },
    about: {
      da: "aftal den tid, den foreslående må bruge (kun personalelederen)",
      en: "agree the time the proposer may spend (the line manager only)",
    },
    example: "npx fremdrift theme hours theme-1 --days 8",
    load: () => import("./theme/hours.ts"),
  },
  {
    path: "theme withdraw",
    args: THEME,
    options: { "--reason <text>": { da: "hvorfor", en: "why" }, "--key <key>": KEY },
    about: { da: "træk dit temaforslag tilbage", en: "withdraw your theme proposal" },
    example: "npx fremdrift theme withdraw theme-1",
    load: () => import("./theme/withdraw.ts"),
  },
  {
    path: "theme start",
    args: THEME,
    options: {
      "--start <date>": START,
      "--programme <id>": { da: "et andet program end det første af typen", en: "another programme than the first" },
      "--clock <clock>": { da: "real (standard) eller stepped", en: "real (default) or stepped" },
      "--key <key>": KEY,
    },
    about: { da: "lav netværket af et godkendt forslag", en: "make the network of an accepted proposal" },
    example: "npx fremdrift theme start theme-1 --start 2027-02-01",
    load: () => import("./theme/start.ts"),
  },
  {
    path: "forum list",
    about: { da: "vis, hvornår chefforum mødes", en: "show when the management forum meets" },
    example: "npx fremdrift forum list",
    load: () => import("./forum/list.ts"),
  },
  {
    path: "forum set",
    args: { "<date...>": { da: "alle møder, 2027-04-06", en: "all meetings, 2027-04-06" } },
    about: {
      da: "sæt, hvornår chefforum mødes (sekretariatet eller en administrator)",
      en: "set when the management forum meets (the secretariat or an administrator)",
    },
    example: "npx fremdrift forum set 2027-04-06 2027-10-05",
    load: () => import("./forum/set.ts"),
  },
  {
    path: "office list",
    about: { da: "vis, hvem der er i sekretariatet og chefforum", en: "show who is of secretariat and forum" },
    example: "npx fremdrift office list",
    load: () => import("./office/list.ts"),
  },
  {
    path: "office set",
    args: {
      "<holder...>": {
        da: "alle, som EMAIL=secretariat eller EMAIL=managementForum",
        en: "all of them, as EMAIL=secretariat or EMAIL=managementForum",
      },
    },
    about: {
      da: "sæt, hvem der er i sekretariatet og chefforum (kun administrator)",
      en: "set who is of secretariat and forum (administrator only)",
    },
    example: "npx fremdrift office set sif@kommune.example=secretariat frida@kommune.example=managementForum",
    load: () => import("./office/set.ts"),
  },
];
