// What pages say of files and links beside something.
import type { Language } from "../../words-shape.ts";

const da = {
  title: "Filer og links",
  none: "Her er ingen filer eller links endnu.",
  by: (who: string, at: string) => `lagt af ${who} ${at}`,
  remove: "Fjern",
  removed: "Filen er fjernet.",
  linkRemoved: "Linket er fjernet.",
  addFile: "Læg en fil",
  file: "Fil",
  fileHint: (mb: string) => `Højst ${mb} MB. Pdf, billeder, Word, Excel, PowerPoint, OpenDocument, tekst eller csv.`,
  chooseFile: "Vælg en fil.",
  upload: "Læg filen her",
  added: "Filen ligger her nu.",
  addLink: "Læg et link",
  url: "Adresse",
  urlHint: "Begynder med https://",
  name: "Hvad det fører til",
  saveLink: "Læg linket her",
  linked: "Linket ligger her nu.",
};

const en: typeof da = {
  title: "Files and links",
  none: "There are no files or links here yet.",
  by: (who, at) => `put here by ${who} ${at}`,
  remove: "Remove",
  removed: "The file is removed.",
  linkRemoved: "The link is removed.",
  addFile: "Put a file here",
  file: "File",
  fileHint: (mb) => `At most ${mb} MB. Pdf, pictures, Word, Excel, PowerPoint, OpenDocument, text or csv.`,
  chooseFile: "Choose a file.",
  upload: "Put the file here",
  added: "The file is here now.",
  addLink: "Put a link here",
  url: "Address",
  urlHint: "Begins with https://",
  name: "What it leads to",
  saveLink: "Put the link here",
  linked: "The link is here now.",
};

/** By the language of the page. */
export const FILES: Record<Language, typeof da> = { da, en };
