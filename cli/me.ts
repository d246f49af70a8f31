// Whoever the token is of, and how they want mail: shown, or made another.
import type { MeJson } from "../api/client.ts";
import { usage } from "./failure.ts";
import type { Given, Output, World } from "./world.ts";

/** `{ name, email, language, digest }`, as it then is. Throws a usage failure for a wish that there is none of. */
export async function run({ client: connect, language }: World, { options }: Given): Promise<Output> {
  const said = SAID[language];
  const choice = <T extends string>(name: string, one: T, other: T): T | undefined => {
    const value = options[name];
    const chosen = [one, other].find((known) => known === value);
    if (value !== undefined && chosen === undefined) throw usage(said.bad(`--${name}`, value, one, other));
    return chosen;
  };
  const [wanted, digest] = [choice("language", "da", "en"), choice("digest", "on", "off")];
  const wishes = { ...(wanted && { language: wanted }), ...(digest && { digest: digest === "on" }) };
  const client = await connect();
  const me = await (Object.keys(wishes).length > 0 ? client.changeMe(wishes) : client.me());
  return { json: me, text: said.me(me) };
}

const SAID = {
  da: {
    me: ({ name, email, language, digest }: MeJson) =>
      `${name} <${email}>\nMails på ${language === "da" ? "dansk" : "engelsk"}; påmindelser ${
        digest ? "samlet i én mail om dagen" : "hver for sig"
      }.`,
    bad: (flag: string, value: string, one: string, other: string) => ({
      detail: `${flag} «${value}» findes ikke.`,
      hint: `Skriv ${flag} ${one} eller ${flag} ${other}.`,
    }),
  },
  en: {
    me: ({ name, email, language, digest }: MeJson) =>
      `${name} <${email}>\nMails in ${language === "da" ? "Danish" : "English"}; reminders ${
        digest ? "in one mail a day" : "one by one"
      }.`,
    bad: (flag: string, value: string, one: string, other: string) => ({
      detail: `${flag} «${value}» is none.`,
      hint: `Write ${flag} ${one} or ${flag} ${other}.`,
    }),
  },
};
