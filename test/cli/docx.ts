// A Word document made by hand: nothing but tables, as small as Word would still open.
import JSZip from "jszip";

/** `down`: the cell goes on from the one above; `across`: it takes so many columns. A line of text is a paragraph. */
export type DocxCell = string | { text?: string; down?: "begins" | "goes on"; across?: number };

const TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`;
const RELS = `<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`;

/** The bytes of a document with some tables, each of rows of cells; `more`: further parts of the file by name. */
export async function docxOf(tables: DocxCell[][][], more: Record<string, string> = {}): Promise<Buffer> {
  const zip = new JSZip();
  zip.file("[Content_Types].xml", TYPES);
  zip.file("_rels/.rels", RELS);
  zip.file("word/document.xml", documentOf(tables.map(tableOf).join("<w:p/>")));
  for (const [name, text] of Object.entries(more)) zip.file(name, text);
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" });
}

/** The document's own part around what is in it. */
export const documentOf = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

const tableOf = (rows: DocxCell[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cellOf).join("")}</w:tr>`).join("")}</w:tbl>`;

function cellOf(cell: DocxCell): string {
  const { text = "", down, across } = typeof cell === "string" ? { text: cell } : cell;
  const merge = down === undefined ? "" : `<w:vMerge${down === "begins" ? ' w:val="restart"' : ""}/>`;
  const span = across === undefined ? "" : `<w:gridSpan w:val="${across}"/>`;
  const lines = text
    .split("\n")
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`);
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${lines.join("")}</w:tc>`;
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
