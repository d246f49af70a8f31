// Sets who is of the secretariat and the management forum.
import type { OfficesJson } from "../../api/client.ts";
import { usage } from "../failure.ts";
import type { Given, Language, Output, World } from "../world.ts";
import { officesText } from "./text.ts";

/** Them as the API gives them. Throws a usage Failure for what is not written EMAIL=ROLE. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const wanted = args.map((text) => holderIn(text, language));
  const offices = await (await client()).setOffices(wanted);
  return { json: offices, text: officesText(offices, language) };
}

function holderIn(text: string, language: Language): Pick<OfficesJson[number], "person" | "role"> {
  const [person = "", code] = text.split("=");
  const role = (["secretariat", "managementForum"] as const).find((one) => one === code);
  if (!role || person === "") throw usage(BAD[language](text));
  return { person, role };
}

const BAD = {
  da: (text: string) => ({
    detail: `«${text}» er ikke en e-mail med en rolle.`,
    hint: "Skriv EMAIL=secretariat eller EMAIL=managementForum.",
  }),
  en: (text: string) => ({
    detail: `«${text}» is no e-mail with a role.`,
    hint: "Write EMAIL=secretariat or EMAIL=managementForum.",
  }),
};
