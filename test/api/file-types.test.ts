// Which files are taken, and how they are handed out.
import { describe, expect, test } from "vitest";
import { dispositionOf, typeOf } from "../../api/file-types.ts";

const bytes = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));

describe("the type of a file", () => {
  test.each([
    ["referat.pdf", "%PDF-1.7 …", "application/pdf"],
    ["Foto.JPG", "\xff\xd8\xff\xe0", "image/jpeg"],
    ["plan.docx", "PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["liste.csv", "navn,antal\nBo,2", "text/csv"],
    ["note.txt", "R\xc3\xb8dgr\xc3\xb8d", "text/plain"],
  ])("%s is told by content and name", (name, content, type) => expect(typeOf(bytes(content), name)).toBe(type));

  test.each([
    ["side.html", "<script>alert(1)</script>"],
    ["tegning.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["referat.pdf", "<script>"],
    ["billede.png", "%PDF-1.7"],
    ["arkiv.zip", "PK\x03\x04"],
    ["makro.docm", "PK\x03\x04"],
    ["program.txt", "MZ\x00\x01"],
    ["latin.txt", "R\xf8dgr\xf8d"],
    ["uden-endelse", "tekst"],
    ["constructor", "PK\x03\x04"],
  ])("%s is not taken", (name, content) => expect(typeOf(bytes(content), name)).toBeUndefined());
});

test("a name stays what it is, and cannot add to the header", () => {
  expect(dispositionOf('Møde "1".pdf')).toBe(
    `attachment; filename="M_de _1_.pdf"; filename*=UTF-8''M%C3%B8de%20%221%22.pdf`,
  );
  expect(dispositionOf("a%22;b.pdf")).toContain('filename="a_22;b.pdf"');
});
