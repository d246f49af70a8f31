// Open meetings of a network: who has a seat, who waits, and the link to sign up by.
import type { NetworkSignUpJson } from "../../api/client.ts";
import { moment } from "../layout.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** The sign-ups as the API gives them; who has signed up is told to whoever leads. */
export async function run({ client, language, words }: World, { args }: Given): Promise<Output> {
  const signUps = await (await client()).signUps(args[0]!);
  const text = signUps.map((one) => signUpText(one, language));
  return { json: signUps, text: text.length > 0 ? text.join("\n\n") : words.none };
}

function signUpText(signUp: NetworkSignUpJson, language: Language): string {
  const said = SAID[language];
  const { item, title, state, capacity, deadline, link, seated, waited, seats = [], waiting = [] } = signUp;
  const until = state === "open" && deadline !== undefined ? `, ${said.until} ${moment(deadline, language)}` : "";
  const numbered = (people: string[]) => people.map((email, index) => `    ${index + 1}. ${email}`);
  return [
    `${item} ${title}: ${said.states[state]}${until}`,
    `  ${link}`,
    `  ${said.seats}: ${seated}${capacity === undefined ? "" : `/${capacity}`}`,
    ...numbered(seats),
    ...(waited > 0 ? [`  ${said.waiting}: ${waited}`, ...numbered(waiting)] : []),
  ].join("\n");
}

const SAID = {
  da: {
    states: {
      open: "åben for tilmelding",
      closed: "tilmelding lukket",
      cancelled: "aflyst",
      over: "begyndt eller holdt",
    },
    until: "til",
    seats: "pladser",
    waiting: "venteliste",
  },
  en: {
    states: { open: "open for sign-up", closed: "sign-up closed", cancelled: "cancelled", over: "begun or held" },
    until: "until",
    seats: "seats",
    waiting: "waiting list",
  },
};
