// Reference model, people: who is in a network, what they have answered, and who a reminder is for. Written from the domain alone.
import type { LedgerRow } from "../../machines/ledger.ts";
import type { Item, Person, Programme } from "../../programmes/types.ts";

type Standing = { substitute: string; from: string; to: string };

/** `answers` and `chosen`: by `item|person`; `delivered`: `item|person`; `votes`: by item, who has voted. */
export type People = {
  all: Pick<Person, "id" | "roles" | "organisation" | "region">[];
  declined: Map<string, boolean>;
  chosen: Map<string, string>;
  delivered: Set<string>;
  minutes: Set<string>;
  votes: Map<string, Set<string>>;
  standIns: Map<string, Standing>;
  /** Guests of meetings, by `item|person`; those who are in the network for that alone; and who was given a task, by item. */
  guests: Set<string>;
  visitors: Set<string>;
  owners: Map<string, string>;
  /** Of meetings that people sign up to: who has a seat. */
  seats: Map<string, Set<string>>;
};

/** The people of a network that has just begun. */
export const peopleOf = (people: Person[]): People => ({
  all: people.map(({ id, roles, organisation, region }) => ({
    id,
    roles,
    ...(organisation !== undefined && { organisation }),
    ...(region !== undefined && { region }),
  })),
  declined: new Map(),
  chosen: new Map(),
  delivered: new Set(),
  minutes: new Set(),
  votes: new Map(),
  standIns: new Map(),
  guests: new Set(),
  visitors: new Set(),
  owners: new Map(),
  seats: new Map(),
});

/** What an entry changes of people and of what they have answered. */
export function peopleAfterRow(people: People, { kind, subject, data = {}, by = "" }: LedgerRow): void {
  const who = String(data["person"] ?? by);
  const about = subject.split(":")[1]?.split("/")[0] ?? "";
  if (kind === "answer.given") {
    people.declined.set(`${about}|${who}`, data["answer"] === "declined");
    if (data["session"] !== undefined) people.chosen.set(`${about}|${who}`, String(data["session"]));
  }
  if (kind === "homework.delivered") people.delivered.add(`${about}|${who}`);
  if (kind === "homework.delivered" && data["organisation"] !== undefined)
    people.delivered.add(`${about}|of ${String(data["organisation"])}`);
  if (kind === "item.added" && data["owner"] !== undefined) people.owners.set(about, String(data["owner"]));
  if (kind.startsWith("signUp.")) seat(people.seats, kind, about, who);
  if (kind.startsWith("guest.")) guest(people, kind, who, { about, ...data });
  if (kind === "person.joined") people.visitors.delete(who);
  if (kind === "minutes.recorded") people.minutes.add(about);
  if (kind === "substitute.named") people.standIns.set(who, data as Standing);
  if (kind.startsWith("decision.")) vote(people.votes, kind, about, String(data["for"] ?? by));
  if (kind.startsWith("person.") || kind === "role.handedOver") members(people, kind, who, data);
}

function seat(seats: People["seats"], kind: LedgerRow["kind"], item: string, who: string): void {
  const seated = new Set(seats.get(item));
  if (kind === "signUp.seated" || kind === "signUp.movedUp") seated.add(who);
  if (kind === "signUp.withdrawn") seated.delete(who);
  seats.set(item, seated);
}

function guest(
  people: People,
  kind: LedgerRow["kind"],
  who: string,
  { about, joined, left }: { [key: string]: unknown },
) {
  const key = `${String(about)}|${who}`;
  if (kind === "guest.uninvited") people.guests.delete(key);
  else people.guests.add(key);
  if (joined) {
    people.visitors.add(who);
    people.all = [...people.all, { id: who, roles: ["guest"] }];
  }
  if (left) people.all = people.all.filter(({ id }) => id !== who);
}

function vote(votes: People["votes"], kind: LedgerRow["kind"], item: string, by: string): void {
  const cast = new Set(votes.get(item));
  if (kind === "decision.voted") cast.add(by);
  else if (kind === "decision.voteWithdrawn") cast.delete(by);
  else cast.clear();
  votes.set(item, cast);
}

function members(people: People, kind: LedgerRow["kind"], who: string, data: NonNullable<LedgerRow["data"]>): void {
  const place = {
    ...(data["organisation"] !== undefined && { organisation: String(data["organisation"]) }),
    ...(data["region"] !== undefined && { region: String(data["region"]) }),
  };
  const others = people.all.filter(({ id }) => id !== who);
  const known = people.all.find(({ id }) => id === who);
  if (kind === "person.left") people.all = others;
  if (kind === "person.changed") people.all = people.all.map((one) => (one.id === who ? { ...one, ...place } : one));
  if (kind === "person.joined") {
    const roles = [...new Set([...(known?.roles ?? []), ...(data["roles"] as string[])])];
    people.all = [...others, { ...known, ...place, id: who, roles }];
  }
  if (kind !== "role.handedOver") return;
  const { from, to, role } = data as { from: string; to: string; role: string };
  people.all = people.all.map((one) => {
    const rest = one.roles.filter((code) => code !== role);
    if (one.id === to) return { ...one, roles: [...rest, role] };
    return one.id === from ? { ...one, roles: rest } : one;
  });
}

/** About what somebody is told, and on which local day. */
export type Asked = { programme: Programme; item: Item | undefined; session: string; day: string };

/** Ids of the people whom an audience of a rule comes to. */
export function toldOf(people: People, audience: string, asked: Asked): string[] {
  const { item, programme } = asked;
  const isVisitor = ({ id, roles }: People["all"][number]) =>
    people.visitors.has(id) && roles.every((role) => role === "guest");
  const circle = people.all.filter((one) => !isVisitor(one));
  const having = (roles: string[]) => circle.filter((one) => one.roles.some((role) => roles.includes(role)));
  const ids = (some: { id: string }[]) => some.map(({ id }) => id);
  const withStandIns = (some: string[]) => [...some, ...some.flatMap((id) => standInFor(people, id, asked.day) ?? [])];
  const invited = ids(having(item?.audience ?? []).filter((one) => isOfSession(people, one, asked)));
  const guests = ids(
    people.all.filter((one) => people.guests.has(`${item?.id}|${one.id}`) && isOfSession(people, one, asked)),
  );
  const comes = (id: string) => !people.declined.get(`${item!.id}|${id}`);
  const seats = people.seats.get(item?.id ?? "");
  const seated = seats && ids(people.all.filter(({ id }) => seats.has(id)));
  const missing = item ? invited.filter((id) => !hasDelivered(people, id, item)) : [];
  const undecided = ids(having(decidersOf(programme, item))).filter((id) => !people.votes.get(item?.id ?? "")?.has(id));
  const owner = ids(circle.filter(({ roles }) => roles.length > 0)).find(
    (id) => id === people.owners.get(item?.id ?? ""),
  );
  switch (audience) {
    case "invited":
      return [
        ...(seated && !item!.openSignUp ? [] : invited.filter(comes)),
        ...(seated ?? []),
        ...guests.filter(comes),
      ];
    case "undelivered":
      return missing;
    case "undecided":
      return withStandIns(undecided);
    case "substitutes":
      return [...ids(having(["substitute"])), ...undecided.flatMap((id) => standInFor(people, id, asked.day) ?? [])];
    case "owner":
      return withStandIns(owner ? [owner] : ids(having(item?.audience.length ? item.audience : ["networkLead"])));
    case "keeper":
      return people.minutes.has(item!.id) ? [] : withStandIns(ids(having(["networkLead"])));
    case "forum":
      return ids(having([["managementForum", "secretariat"].find((role) => having([role]).length > 0) ?? ""]));
  }
  return item?.kind === "homework" && missing.length === 0 ? [] : withStandIns(ids(having([audience])));
}

/** Whoever acts for a person on a day: through all who are away themselves; where that leads back, nobody. */
function standInFor({ all, standIns }: People, id: string, day: string): string | undefined {
  const chain = [id];
  for (;;) {
    const last = chain.at(-1)!;
    const named = standIns.get(last);
    const holds =
      named &&
      named.substitute !== last &&
      named.from <= day &&
      day < named.to &&
      all.some((one) => one.id === named.substitute);
    if (!holds) return chain.length > 1 && all.some((one) => one.id === last) ? last : undefined;
    if (chain.includes(named.substitute)) return undefined;
    chain.push(named.substitute);
  }
}

/** Who decides holds a role that the decision names, else leads; whoever leads has somebody who drives with them. */
function decidersOf({ rights }: Programme, item: Item | undefined): string[] {
  const { decision, audience = [] } = item ?? {};
  const roles = decision ? (audience.length > 0 ? audience : ["networkLead"]) : (rights["decide"] ?? []);
  return roles.includes("networkLead") ? [...roles, "coDriver", "administrator"] : roles;
}

function hasDelivered({ all, delivered }: People, id: string, { id: item, target }: Item): boolean {
  const own = all.find((one) => one.id === id)?.organisation;
  if (!target) return delivered.has(`${item}|${id}`) || delivered.has(`${item}|of ${own}`);
  return all.filter((one) => one.organisation === own && one.roles.includes(target.role)).length >= target.atLeast;
}

/** Of parallel sessions the one that was chosen, else that of the region: the person's own, or the only one of their organisation. */
function isOfSession(
  { all, chosen }: People,
  person: People["all"][number],
  { item, session, programme }: Asked,
): boolean {
  if (session === "") return true;
  const choice = chosen.get(`${item!.id}|${person.id}`);
  if (choice !== undefined) return choice === session;
  const colleagues = all.filter(({ organisation }) => organisation === person.organisation);
  const regions = new Set(colleagues.flatMap(({ region }) => region ?? []));
  const region =
    person.region ?? (person.organisation !== undefined && regions.size === 1 ? [...regions][0] : undefined);
  const own = sessionsOf(programme, item!).filter(
    (one) => region !== undefined && [one.id, one.region].some((name) => name?.toLowerCase() === region.toLowerCase()),
  );
  return own.length === 0 || own.some(({ id }) => id === session);
}

/** An item's own, or those of the meeting that its window ends before. */
function sessionsOf({ items }: Programme, { sessions, when }: Item): NonNullable<Item["sessions"]> {
  const words = JSON.stringify(when);
  return sessions ?? items.findLast((one) => one.sessions && words.includes(`"${one.id}"`))?.sessions ?? [];
}
