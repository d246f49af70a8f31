// In whose right somebody uses a trigger: their own, or that of a person whom they stand in for.
import type { Instant, Person, Programme, Text } from "../programmes/types.ts";
import { refusals } from "./refusals.ts";
import { anyNamed, deputisedBy, type Standing } from "./substitutes.ts";
import type { Trigger } from "./trigger.ts";
import { rolesFor } from "./trigger-types.ts";

/** Whom somebody stands in for, with the roles that this gives them. */
export type Deputised = Pick<Person, "id" | "email" | "roles">;

/** Who asks: their own roles, the one that counts first, and all whom they stand in for at that instant. */
export type Asker = { email?: string | undefined; roles: readonly string[]; actsFor: Deputised[] };

/** `for`: the id of whom they act for. */
export type Acting = { ok: true; role: string; for?: string } | { ok: false; why: Text };

/**
 * The role, and for whom, somebody uses a trigger. An own role comes first; whom they stand in for is named in the data (`for`, an
 * e-mail), or is the only one who gives the right. A role without the right where nobody gives it: the network refuses that. Refused
 * here: to act for somebody whom they do not stand in for, and a vote that could be for several and says not for whom.
 */
export function actingAs(programme: Programme, asker: Asker, type: string, data: Trigger["data"]): Acting {
  const { email, roles, actsFor } = asker;
  const allowed = rolesFor(programme, type, data);
  const rightIn = (held: readonly string[]) => held.find((role) => allowed.includes(role));
  const named = data["for"];
  if (named !== undefined && !isSame(named, email)) {
    const other = actsFor.find((one) => isSame(named, one.email));
    if (!other) return { ok: false, why: refusals.notSubstitute(String(named)) };
    return { ok: true, role: rightIn(other.roles) ?? other.roles[0] ?? "", for: other.id };
  }
  const own = rightIn(roles);
  if (own !== undefined || named !== undefined) return { ok: true, role: own ?? roles[0] ?? "" };
  const givers = actsFor.filter((one) => rightIn(one.roles) !== undefined);
  if (givers.length > 1 && isVote(type, data))
    return { ok: false, why: refusals.forWhom(givers.map((one) => one.email)) };
  const [giver] = givers;
  return giver ? { ok: true, role: rightIn(giver.roles)!, for: giver.id } : { ok: true, role: roles[0] ?? "" };
}

/** Whether somebody has the right to a trigger, by themselves or for another. */
export function mayAct(programme: Programme, { roles, actsFor }: Asker, type: string, data: Trigger["data"]): boolean {
  const allowed = rolesFor(programme, type, data);
  return [...roles, ...actsFor.flatMap((one) => one.roles)].some((role) => allowed.includes(role));
}

/** A person of a network as who asks something of it at an instant. */
export function askerIn(person: Person, book: Standing, at: Instant): Asker {
  return { email: person.email, roles: person.roles, actsFor: deputisedBy(person.id, book, at) };
}

/** A trigger as the network gets it: whom it is for stands beside its data, by id. */
export function actedAs<T extends Omit<Trigger, "facts">>(trigger: T, acting: Extract<Acting, { ok: true }>): T {
  const { for: _, ...data } = trigger.data;
  return { ...trigger, data, role: acting.role, ...(acting.for !== undefined && { for: acting.for }) };
}

/** A line of a script, in the role that it was read with or that of whom its person then stands in for; or why it cannot be played. */
export function cueActing<T extends Omit<Trigger, "facts">>(cue: T, book: Standing & Plan, at: Instant): T | Text {
  if (isPlain(cue, book.plan.programme, book)) return cue;
  const person = book.people.find(({ id }) => id === cue.by);
  const asker = { email: person?.email, roles: [cue.role], actsFor: deputisedBy(cue.by, book, at) };
  const acting = actingAs(book.plan.programme, asker, cue.type, cue.data);
  return acting.ok ? actedAs(cue, acting) : acting.why;
}

type Plan = { plan: { programme: Programme } };

/** Whether nobody is acted for, whoever stands in for whom. */
function isPlain({ type, role, data }: Omit<Trigger, "facts">, programme: Programme, book: Standing): boolean {
  if (data["for"] !== undefined) return false;
  return !anyNamed(book) || rolesFor(programme, type, data).includes(role);
}

/** A vote is somebody's own; of everything else it is enough that one of them may. */
const isVote = (type: string, data: Trigger["data"]) =>
  (type === "decide" && data["item"] !== undefined) || type === "withdrawVote" || type === "castBallot";

const isSame = (said: unknown, email: string | undefined) => String(said).toLowerCase() === email?.toLowerCase();
