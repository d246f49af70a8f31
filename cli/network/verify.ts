// Whether a network's ledger is as it was written.
import type { VerificationJson } from "../../api/client.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The verification as the API gives it; a ledger that somebody changed is exit code 1. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const verification = await (await client()).verify(args[0]!);
  return { json: verification, text: textOf(verification, language), failed: !verification.ok };
}

function textOf({ ok, rows, head, broken }: VerificationJson, language: Language): string {
  const said = SAID[language];
  if (ok) return `${said.whole(rows)} ${head}`;
  return broken.map(({ seq, what }) => `${said.row} ${seq}: ${said[what]}`).join("\n");
}

const SAID = {
  da: {
    whole: (rows: number) => `Loggen er hel: ${rows} rækker. Sidste led:`,
    row: "Række",
    missing: "er væk",
    changed: "er ikke, som den blev skrevet",
    texts: "teksterne, der kom med den, er ikke, som de blev skrevet",
    end: "herefter er loggen skåret af",
  },
  en: {
    whole: (rows: number) => `The ledger is whole: ${rows} rows. Last link:`,
    row: "Row",
    missing: "is gone",
    changed: "is not as it was written",
    texts: "the texts that came with it are not as they were written",
    end: "after this the ledger was cut off",
  },
};
