// The commands about the upkeep of an installation: backups, and networks whose two halves do not agree.
import { KEY, NETWORK, type CommandSpec } from "./surface-parts.ts";

export const UPKEEP_COMMANDS: CommandSpec[] = [
  {
    path: "backup",
    args: {
      "<file>": { da: "filen, eller mappen den skal ligge i", en: "the file, or the folder it is to be in" },
    },
    about: {
      da: "tag en sikkerhedskopi, mens alt kører (kun administrator)",
      en: "make a backup while all runs (administrator only)",
    },
    example: "npx fremdrift backup /backup",
    load: () => import("./backup.ts"),
  },
  {
    path: "restore",
    args: {
      "<file>": {
        da: "sikkerhedskopien, eller mappen hvis nyeste den er",
        en: "the backup, or the folder whose newest it is",
      },
    },
    options: {
      "--to <folder>": { da: "datamappen (standard: FREMDRIFT_DATA)", en: "the data folder (default: FREMDRIFT_DATA)" },
      "--replace": {
        da: "også hvis mappen ikke er tom: det, der står der, lægges ved siden af",
        en: "also where the folder is not empty: what stands there is put beside it",
      },
    },
    about: {
      da: "læg en sikkerhedskopi tilbage, mens intet kører",
      en: "put a backup back in place while nothing runs",
    },
    example: "npx fremdrift restore /backup --replace",
    load: () => import("./restore.ts"),
  },
  {
    path: "network rebuild",
    args: NETWORK,
    options: {
      "--dry-run": { da: "fortæl kun, hvad der ville ske", en: "only tell what would become of it" },
      "--reason <text>": { da: "hvorfor; står i loggen", en: "why; stands in the ledger" },
      "--key <key>": KEY,
    },
    about: {
      da: "få database og Temporal til at passe sammen igen, når kun den ene er lagt tilbage (kun administrator)",
      en: "let database and Temporal agree again where only one was restored (administrator only)",
    },
    example: "npx fremdrift network rebuild innovationsnetvaerk-1 --dry-run",
    load: () => import("./network/rebuild.ts"),
  },
];
