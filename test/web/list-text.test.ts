// Files that fill a field: how their bytes are read.
import { expect, test } from "vitest";
import { textOf } from "../../web/site/list-text.ts";

const of = async (bytes: Uint8Array | string) => await textOf(new Blob([bytes]));
const NAMES = "Søren Ærø;Åse O’Brien – 5 €";
const WINDOWS = Buffer.from("Søren Ærø;Åse O\u0092Brien \u0096 5 \u0080", "latin1");

test.each([
  ["UTF-8", Buffer.from(NAMES)],
  ["UTF-8 with its mark", Buffer.from(`\uFEFF${NAMES}`)],
  ["UTF-16, as Excel says Unicode", Buffer.from(`\uFEFF${NAMES}`, "utf16le")],
])("%s is read as it is", async (_, bytes) => {
  expect(await of(bytes)).toEqual({ text: NAMES, old: false });
});

test("what is not UTF-8 is Windows-1252, also its quotes and dashes, and that is said", async () => {
  expect(await of(WINDOWS)).toEqual({ text: NAMES, old: true });
});

test("a file that is no text, and one that is too large, are not taken", async () => {
  expect(await of("PK\u0003\u0004\u0000\u0000")).toBe("strange");
  expect(await of(new Uint8Array([0xff, 0xfe, 0x41]))).toBe("strange");
  expect(await of(new Uint8Array([0xe6, 0]))).toBe("strange");
  expect(await of("x".repeat(450_000))).toMatchObject({ old: false });
  expect(await of("x".repeat(450_001))).toBe("large");
  expect(await of("æ".repeat(500_001))).toBe("large");
});
