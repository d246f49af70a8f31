// The tables of a Word document as rows. Nothing in the file is trusted: how much it unpacks to is measured first.
import { Parser } from "htmlparser2";
import JSZip from "jszip";
import mammoth from "mammoth";
import { DITTO } from "../programmes/draft-rows.ts";
import type { Finding } from "../programmes/problem.ts";
import { refused } from "./import-refused.ts";

/** A long document unpacks to a few million bytes beside its pictures. */
const LARGEST_UNPACKED_BYTES = 10_000_000;
const MOST_PARTS = 2_000;
/** Reading takes some seconds for as many tags as this; a plan has some ten thousand. */
const MOST_TAGS = 400_000;
/** A cell that spans more than this is a slip. */
const WIDEST_SPAN = 50;
const LONGEST_SPAN = 2_000;

/** The rows of every table, in order, or why there are none. Pictures and links outside are left alone. */
export async function readDocx(path: string, bytes: Buffer): Promise<{ rows: string[][] } | Finding> {
  const zip = await JSZip.loadAsync(bytes).catch(() => undefined);
  if (zip === undefined) return refused.notDocx(path);
  const fits = await isSmall(zip).catch(() => undefined);
  if (fits === undefined) return refused.notDocx(path);
  if (!fits) return refused.tooLarge(path, 5);
  const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  const html = await mammoth
    .convertToHtml({ buffer: bytes }, { convertImage: noPictures, externalFileAccess: false })
    .catch(() => undefined);
  if (html === undefined) return refused.notDocx(path);
  const rows = tablesIn(html.value).flatMap(rowsOf);
  return rows.length > 0 ? { rows } : refused.noTable(path);
}

/** What is left of the bytes and the XML tags that a document may unpack to. */
type Left = { bytes: number; tags: number };
const isOver = ({ bytes, tags }: Left): boolean => bytes < 0 || tags < 0;

/** Whether all parts together unpack to no more than they may; each is unpacked only so far. Throws on a damaged part. */
async function isSmall(zip: JSZip): Promise<boolean> {
  const parts = Object.values(zip.files).filter(({ dir }) => !dir);
  if (parts.length > MOST_PARTS) return false;
  const left: Left = { bytes: LARGEST_UNPACKED_BYTES, tags: MOST_TAGS };
  for (const part of parts) {
    await take(part, left);
    if (isOver(left)) return false;
  }
  return true;
}

/** Takes what a part unpacks to from what is left, until nothing is. */
function take(part: JSZip.JSZipObject, left: Left): Promise<void> {
  return new Promise((resolve, reject) => {
    const isXml = /\.xml$/i.test(part.name);
    const stream = part.nodeStream();
    stream.on("data", (chunk: Buffer) => {
      left.bytes -= chunk.length;
      if (isXml) for (const byte of chunk) if (byte === TAG) left.tags--;
      if (!isOver(left)) return;
      stream.pause();
      resolve();
    });
    stream.on("error", reject);
    stream.on("end", () => resolve());
  });
}

/** `<`, which begins a tag. */
const TAG = 0x3c;

type Cell = { text: string; columns: number; rows: number };
type HtmlTable = Cell[][];

/** Tags after which the text goes on in a new line. */
const LINES = new Set(["p", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** Every table of an HTML text; one within another stands after it, on its own. */
function tablesIn(html: string): HtmlTable[] {
  const tables: HtmlTable[] = [];
  const open: { table: HtmlTable; cell?: Cell | undefined }[] = [];
  const write = (text: string) => {
    const cell = open.at(-1)?.cell;
    if (cell) cell.text += text;
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const inner = open.at(-1);
      if (name === "table") {
        const table: HtmlTable = [];
        tables.push(table);
        open.push({ table });
      } else if (name === "tr") inner?.table.push([]);
      else if ((name === "td" || name === "th") && inner) inner.cell = newCell(inner.table, attributes);
    },
    ontext: write,
    onclosetag: (name) => {
      const inner = open.at(-1);
      if (name === "table") open.pop();
      else if ((name === "td" || name === "th") && inner) inner.cell = undefined;
      else if (LINES.has(name)) write("\n");
    },
  });
  parser.end(html);
  return tables;
}

function newCell(table: HtmlTable, attributes: Record<string, string>): Cell {
  const span = (name: string, most: number) => Math.min(Math.max(Number(attributes[name]) || 1, 1), most);
  const cell: Cell = { text: "", columns: span("colspan", WIDEST_SPAN), rows: span("rowspan", LONGEST_SPAN) };
  table.at(-1)?.push(cell);
  return cell;
}

/** The cells in their columns: one that goes over several rows is repeated by a sign, over several columns by nothing. */
function rowsOf(table: HtmlTable): string[][] {
  const below = new Map<number, { text: string; left: number }>();
  return table.map((cells) => {
    const row: string[] = [];
    const passSpans = () => {
      for (let span = below.get(row.length); span && span.left > 0; span = below.get(row.length)) {
        span.left--;
        row.push(span.text);
      }
    };
    for (const { text, columns, rows } of cells) {
      passSpans();
      for (let n = 0; n < columns; n++) {
        if (rows > 1) below.set(row.length, { text: n === 0 ? DITTO : "", left: rows - 1 });
        row.push(n === 0 ? plain(text) : "");
      }
    }
    passSpans();
    return row;
  });
}

const plain = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/[^\S\n]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
