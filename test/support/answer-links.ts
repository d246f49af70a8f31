// Links from mails, as tests make and use them.
import type { AnswerLinkJson, LinkAnsweredJson } from "../../api/answer-shapes.ts";
import type { ProblemJson } from "../../api/shapes.ts";
import type { AnswerPurpose } from "../../library/answer-token.ts";
import { findPersonByEmail } from "../../store/people.ts";
import type { Answer, Asked, TestHouse, TestNetwork } from "./house.ts";

export const LEAD = "networkLead";
export const ANNA = "anna@example.org";
export const MAJA = "maja@example.org";
export const MADS = "mads@example.org";
/** Ben reads English. */
export const PEOPLE = `name,email,role,region,language
Lea Ledelund,lead@example.org,networkLead,,da
Anna Andersen,${ANNA},coreMember,,da
Ben Baker,ben@example.org,coreMember,,en
Pia Palsgaard,part@example.org,participant,,da
Maja Chef,${MAJA},referenceManager,,da
Mads Chef,${MADS},referenceManager,,da
`;
export const APPROVAL = { choice: "approve", next: "scale", to: "Hjemmeplejen", due: "2027-12-31" };

export const urlOf = (link: string): string => `/api/answer-links/${link}`;

/** What tests do with links of a house. */
export function linksOf(house: TestHouse) {
  /** The token of a link about a subject, for the person with this address; sent now, or at `at`. */
  const token = async (
    network: TestNetwork,
    email: string,
    subject: string,
    purpose: AnswerPurpose,
    at = house.parts.now(),
  ): Promise<string> => {
    const person = await findPersonByEmail(house.store, email);
    if (!person) throw new Error(`nobody has the address ${email}`);
    return house.parts.answerTokens.make({ network: network.id, subject, purpose, person: person.id }, at);
  };
  return {
    token,
    open: (link: string, asked: Asked = {}): Promise<Answer<AnswerLinkJson>> =>
      house.ask("GET", urlOf(link), { as: null, ...asked }),
    post: (link: string, body: unknown, asked: Asked = {}): Promise<Answer<LinkAnsweredJson & ProblemJson>> =>
      house.ask("POST", urlOf(link), { as: null, body, ...asked }),
    /** A network with a meeting in March 2027, and Anna's link to answer its invitation. */
    withMeeting: async () => {
      const network = await house.network({ people: PEOPLE });
      await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00", place: "Rådhuset" });
      return { network, link: await token(network, ANNA, "item:m1", "answer") };
    },
  };
}

/** The status and code of a problem. */
export async function refused(answer: Promise<{ status: number; body: unknown }>): Promise<[number, string]> {
  const { status, body } = await answer;
  return [status, (body as ProblemJson).code];
}
