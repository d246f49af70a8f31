// The report of a simulated network, as a file.
import { reportOf } from "../machines/report/report.ts";
import type { Book, LedgerRow } from "../machines/ledger.ts";
import { reportHtml } from "../programmes/export/report/html.ts";
import { writePdf, writeText } from "./paper.ts";
import type { World } from "./world.ts";

/** Writes the report of a book and its ledger: a PDF where the file's name ends so, else HTML. Throws as paper.ts says. */
export async function writeReport(file: string, book: Book, rows: LedgerRow[], world: World): Promise<void> {
  const { language } = world;
  const html = reportHtml(reportOf({ ...book, title: book.network.title, rows, language }));
  if (file.toLowerCase().endsWith(".pdf")) await writePdf(file, html, world);
  else await writeText(file, html, world);
}
