// Documents written to files: text as it is, and a page as PDF where there is a browser that can print.
import { writeFile } from "node:fs/promises";
import { findChromium, printPdf } from "../library/chromium.ts";
import { Failure } from "./failure.ts";
import type { Language, World } from "./world.ts";

/** Writes a text to a file. Throws a Failure where it cannot be written. */
export async function writeText(file: string, text: string, { language }: Pick<World, "language">): Promise<void> {
  await write(file, text, language);
}

/** Prints a page to a PDF file. Throws a Failure where there is no browser, it fails, or the file cannot be written. */
export async function writePdf(
  file: string,
  html: string,
  { env, language }: Pick<World, "env" | "language">,
): Promise<void> {
  const browser = findChromium(env);
  if (browser === undefined) throw new Failure("no-browser", SAID[language].noBrowser);
  let pdf: Buffer;
  try {
    pdf = await printPdf(browser, html);
  } catch (error) {
    throw new Failure(
      "no-pdf",
      SAID[language].noPdf(browser, error instanceof Error ? error.message.split("\n")[0]! : ""),
    );
  }
  await write(file, pdf, language);
}

async function write(file: string, content: string | Buffer, language: Language): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (error) {
    throw new Failure("unwritable", SAID[language].unwritable(file, (error as NodeJS.ErrnoException).code ?? ""));
  }
}

const SAID = {
  da: {
    noBrowser: {
      detail: "PDF laves af en browser, og her er hverken chromium eller google-chrome.",
      hint: "Installér en (apt-get install chromium), sæt CHROMIUM_PATH, eller tag HTML og print den fra din egen browser.",
    },
    noPdf: (browser: string, why: string) => ({
      detail: `${browser} kunne ikke lave PDF: ${why}`,
      hint: "Tag HTML i stedet (--format html), og print den fra din egen browser.",
    }),
    unwritable: (file: string, code: string) => ({
      detail: `${file} kan ikke skrives (${code}).`,
      hint: "Nævn en anden fil, eller en mappe, der findes.",
    }),
  },
  en: {
    noBrowser: {
      detail: "PDF is made by a browser, and there is neither chromium nor google-chrome here.",
      hint: "Install one (apt-get install chromium), set CHROMIUM_PATH, or take HTML and print it from your own browser.",
    },
    noPdf: (browser: string, why: string) => ({
      detail: `${browser} could not make a PDF: ${why}`,
      hint: "Take HTML instead (--format html) and print it from your own browser.",
    }),
    unwritable: (file: string, code: string) => ({
      detail: `${file} cannot be written (${code}).`,
      hint: "Name another file, or a folder that is there.",
    }),
  },
};
