// The page on personal data names every kind of it that is kept: a table that is new has to be said of there.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ANSWERS_KEPT, CAUGHT_KEPT, MAILS_KEPT } from "../../worker/housekeeping.ts";
import { CATCHER_LIMITS } from "../../mail/catcher.ts";
import { openStore } from "../../store/open.ts";
import { createWeb } from "../../web/app.tsx";
import { KEPT } from "../../web/pages/statements/kept.ts";

const DAY = 86_400_000;
const OURS = /^kysely_/;

/** The text of the page, without its tags. */
async function page(language: "da" | "en", keptMonths: number): Promise<string> {
  const app = createWeb({ fetch: () => new Response("{}", { status: 401 }), keptMonths });
  const response = await app.request("/privacy", { headers: { cookie: `fremdrift-language=${language}` } });
  expect(response.status).toBe(200);
  return (await response.text())
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");
}

test("every table of the database stands under one kind of data, and every kind on the page, in both languages", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-privacy-"));
  const store = await openStore({ folder });
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
  const tables = (await store.db.introspection.getTables()).map(({ name }) => name).filter((name) => !OURS.test(name));
  expect(KEPT.flatMap((kind) => kind.tables).toSorted()).toEqual(tables.toSorted());
  for (const language of ["da", "en"] as const) {
    const text = await page(language, 24);
    for (const { [language]: kind } of KEPT) {
      const until = typeof kind.until === "string" ? kind.until : kind.until({ months: 24 });
      for (const said of [kind.title, kind.what, kind.who, until]) expect(text).toContain(said);
    }
  }
}, 60_000);

test("how long it is kept is as it is set, and as the program clears away", async () => {
  expect(await page("en", 36)).toContain("36 months after the network has ended");
  const forGood = await page("en", 0);
  expect(forGood).not.toContain("months after");
  expect(forGood).toContain("As long as the installation runs, unless you erase yourself with what you wrote.");
  const text = await page("en", 24);
  expect([ANSWERS_KEPT, CAUGHT_KEPT, MAILS_KEPT].map((kept) => kept / DAY)).toEqual([30, 90, 365]);
  expect(text).toMatch(/press twice happens once\. .*?For how long 30 days\./);
  expect(text).toMatch(new RegExp(`90 days, and at most ${CATCHER_LIMITS.mails.toLocaleString("en")} mails`));
  expect(text).toContain("forgotten a year after it was sent");
});
