// The commands about what a network comes to: its report, measurements, hours and money.
import { NETWORK, type CommandSpec } from "./surface-parts.ts";

export const ACCOUNT_COMMANDS: CommandSpec[] = [
  {
    path: "network report",
    args: NETWORK,
    options: {
      "--format <format>": { da: "html (standard) eller pdf", en: "html (default) or pdf" },
      "--file <file>": {
        da: "skriv til en fil; ellers html til skærmen, og pdf til ID.pdf",
        en: "write to a file; else html to the screen, and pdf to ID.pdf",
      },
      "--names": { da: "med deltagernes navne", en: "with the participants' names" },
    },
    about: {
      da: "skriv netværkets rapport til print, så den, der aldrig var med, kan forstå det",
      en: "write the network's report for print, for who was never there",
    },
    example: "npx fremdrift network report innovationsnetvaerk-1 --format pdf",
    load: () => import("./network/report.ts"),
  },
  {
    path: "network monitoring",
    args: NETWORK,
    about: { da: "vis målingerne ved siden af hinanden", en: "show the measurements side by side" },
    example: "npx fremdrift network monitoring beskaeftigelsesindsats-1",
    load: () => import("./network/monitoring.ts"),
  },
  {
    path: "network effort",
    args: NETWORK,
    about: { da: "vis planlagt arbejdstid ved siden af noteret", en: "show working time planned beside recorded" },
    example: "npx fremdrift network effort innovationsnetvaerk-1",
    load: () => import("./network/effort.ts"),
  },
  {
    path: "network budget",
    args: NETWORK,
    about: { da: "vis penge planlagt, brugt og tilbage", en: "show money planned, spent and left" },
    example: "npx fremdrift network budget beskaeftigelsesindsats-1",
    load: () => import("./network/budget.ts"),
  },
];
