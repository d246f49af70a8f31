// A mail written in one piece. The mail library writes each part through streams of its own, which costs several times the writing.
import { encode as base64, wrap as base64Lines } from "nodemailer/lib/base64";
import type MimeNode from "nodemailer/lib/mime-node";
import { encode as quoted, wrap as quotedLines } from "nodemailer/lib/qp";

/** Has the mail written in one piece when it is sent, byte for byte as it would be otherwise. One with a part that is no text, such as a file, is left as it is. */
export function inOnePiece(root: MimeNode): void {
  const text = nodeOf(root);
  if (text === undefined) return;
  root.setRaw(text);
  // Else its parts would follow once more.
  root.multipart = false;
}

function nodeOf(node: MimeNode): string | undefined {
  // Which encoding and boundary it is becomes known with the headers.
  const head = `${node.buildHeaders()}\r\n\r\n`;
  const body = node.multipart ? partsOf(node) : contentOf(node);
  return body === undefined ? undefined : head + body;
}

function partsOf({ childNodes, boundary }: MimeNode): string | undefined {
  const parts = childNodes.map(nodeOf);
  if (!boundary || parts.includes(undefined)) return undefined;
  return `${parts.map((part) => `--${boundary}\r\n${part}`).join("\r\n")}\r\n--${boundary}--\r\n`;
}

function contentOf(node: MimeNode): string | undefined {
  const { content = "" } = node;
  if (typeof content !== "string") return undefined;
  const encoding = node.getHeader("Content-Transfer-Encoding");
  if (encoding === "base64") return base64Lines(base64(content));
  if (encoding !== "quoted-printable") return content;
  // Elsewhere than in text a line end is data and is encoded in another way.
  return node.contentType?.startsWith("text/") ? quotedLines(quoted(content)) : undefined;
}
