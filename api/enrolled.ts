// What a contribution needs before it is checked: whoever joins is known, and a vote is salted.
import type { Plan } from "../programmes/types.ts";
import type { Trigger } from "../machines/trigger.ts";
import { rolesFor } from "../machines/trigger-types.ts";
import { enrol } from "../store/people.ts";
import type { Parts } from "./parts.ts";

const JOINS = ["addPerson", "inviteGuest"];

/**
 * Who joins is the same person in every network; whoever may not add anybody makes nobody known. A vote gets something that nobody can
 * guess: the hash of the ledger's row covers it, and would else tell what was voted to whoever tries all votes there could be.
 */
export async function enrolled({ store, newId }: Parts, { programme }: Plan, trigger: Trigger): Promise<Trigger> {
  const { type, role, data } = trigger;
  if (type === "castBallot") return { ...trigger, data: { ...data, salt: newId() } };
  if (!JOINS.includes(type) || !rolesFor(programme, type).includes(role)) return trigger;
  const person = { id: newId(), email: String(data["email"]), name: String(data["name"] ?? data["email"]) };
  const known = await enrol(store, [{ ...person, language: data["language"] === "en" ? "en" : "da" }]);
  return { ...trigger, data: { ...data, personId: known.get(person.id)! } };
}
