// Why a file is not read as a plan, and what to do about it.
import type { Finding } from "../programmes/problem.ts";
import type { Text } from "../programmes/types.ts";

const finding = (code: string, path: string, message: Text, hint: Text, line?: number): Finding => ({
  code,
  path,
  message,
  hint,
  ...(line !== undefined && { line }),
});

const SAVE: Text = {
  da: "Gem den som .docx (Word) eller .csv (regneark), og prøv igen.",
  en: "Save it as .docx (Word) or .csv (spreadsheet) and try again.",
};

export const refused = {
  otherKind: (path: string) =>
    finding(
      "kind",
      path,
      { da: `«${path}» er hverken .csv eller .docx.`, en: `«${path}» is neither .csv nor .docx.` },
      SAVE,
    ),
  unreadable: (path: string, code: string) =>
    code === "ENOENT"
      ? finding(
          "unknown",
          path,
          { da: `Der er ingen fil, der hedder «${path}».`, en: `There is no file called «${path}».` },
          { da: "Giv stien til en fil, der findes.", en: "Give the path of a file that exists." },
        )
      : finding(
          "unreadable",
          path,
          { da: `«${path}» kan ikke læses (${code}).`, en: `«${path}» cannot be read (${code}).` },
          { da: "Giv stien til en fil, som du har lov at læse.", en: "Give the path of a file that you may read." },
        ),
  tooLarge: (path: string, megabytes: number) =>
    finding(
      "size",
      path,
      {
        da: `«${path}» fylder mere end ${megabytes} MB, eller meget mere end det, når den pakkes ud.`,
        en: `«${path}» is larger than ${megabytes} MB, or far larger than that once unpacked.`,
      },
      {
        da: "Fjern billeder, eller kopiér tabellen til en ny fil.",
        en: "Remove pictures, or copy the table to a new file.",
      },
    ),
  tooManyCells: (path: string, rows: number, columns: number) =>
    finding(
      "size",
      path,
      {
        da: `«${path}» har over ${rows} rækker eller ${columns} kolonner.`,
        en: `«${path}» has more than ${rows} rows or ${columns} columns.`,
      },
      { da: "Kopiér kun planens tabel til en ny fil.", en: "Copy only the plan's table to a new file." },
    ),
  notCsv: (path: string, line?: number) =>
    finding(
      "csv",
      path,
      { da: `«${path}» er ikke gyldig CSV.`, en: `«${path}» is not valid CSV.` },
      { da: "Se efter et anførselstegn, der ikke er lukket.", en: "Look for a quotation mark that is not closed." },
      line,
    ),
  notDocx: (path: string) =>
    finding(
      "docx",
      path,
      {
        da: `«${path}» er ikke et Word-dokument, eller filen er beskadiget.`,
        en: `«${path}» is no Word document, or the file is damaged.`,
      },
      { da: "Åbn den i Word, og gem den igen som .docx.", en: "Open it in Word and save it again as .docx." },
    ),
  noTable: (path: string) =>
    finding(
      "empty",
      path,
      { da: `Der er ingen tabel i «${path}».`, en: `There is no table in «${path}».` },
      { da: "Sæt planen op som en tabel med et hoved.", en: "Set the plan up as a table with a head." },
    ),
};
