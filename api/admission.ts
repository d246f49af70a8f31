// Who asks, what they may, and whether they were answered before. Requests that come together are looked up together.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Asker, Deputised } from "../machines/acting.ts";
import { deputisedBy, NAMED } from "../machines/substitutes.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { admit, type Admission, type AdmissionRequest, type Principal, type StandIns } from "../store/access.ts";
import { findAnswer } from "../store/idempotency.ts";
import { entriesByKey } from "../store/ledger.ts";
import type { Network } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { hashToken } from "../store/tokens.ts";
import { groupCommit } from "./group-commit.ts";
import { ApiProblem } from "./problem.ts";
import { ID } from "./ids.ts";
import type { Claim } from "./once.ts";
import type { Parts } from "./parts.ts";
import { noteUse } from "./session-use.ts";

/** Role of an administrator: may create networks and tokens, and holds the lead's rights. */
export const ADMINISTRATOR = "administrator";

const LEAD = "networkLead";

const MAX_KEY = 200;
const LIMITS = { batch: 500, waiting: 10_000 };

/** A request that may go on. `roles`: their own; `actsFor`: whom they stand in for now. */
export type Admitted = Omit<Admission, "standIns"> & {
  principal: NonNullable<Admission["principal"]>;
  actsFor: Deputised[];
};

export type Admit = {
  /** Throws `sign-in` without a valid token, `not-found` for a network that is not there or not theirs. */
  (c: Context, network?: string): Promise<Admitted>;
};

/** Networks on the real clock go by the wall clock. */
export function createAdmit(parts: Pick<Parts, "store" | "now" | "log">): Admit {
  const { store, now } = parts;
  const lookUp = groupCommit<AdmissionRequest, Admission>((requests) => admit(store, requests), LIMITS);
  return async (c, network) => {
    const token = bearerOf(c);
    if (token === undefined) throw new ApiProblem("sign-in");
    const key = c.req.header("idempotency-key");
    const { standIns, ...found } = await lookUp({
      hash: hashToken(token),
      at: now(),
      ...(network !== undefined && ID.test(network) && { network }),
      ...(key !== undefined && { key }),
    });
    const { principal } = found;
    if (!principal) throw new ApiProblem("sign-in");
    noteUse(parts, principal, now());
    const admission = { ...found, roles: rolesIn(found, principal) };
    if (network !== undefined && (!admission.network || (admission.roles.length === 0 && !principal.admin))) {
      throw new ApiProblem("not-found", network);
    }
    const at = admission.network?.clock === "real" ? now() : admission.network?.now;
    return { ...admission, principal, actsFor: standIns && at !== undefined ? actsFor(principal, standIns, at) : [] };
  };
}

/** Roles in the network that is asked of; who made a rehearsal leads it, whoever else takes part. */
function rolesIn({ roles, network }: Admission, { id }: Principal): string[] {
  const isOwn = network !== undefined && network.clock !== "real" && network.madeBy === id;
  return isOwn ? [...new Set([...roles, ADMINISTRATOR, LEAD])] : roles;
}

function actsFor({ id }: Principal, { zone, named, people }: StandIns, at: Instant): Deputised[] {
  const contributions = named.map((one) => ({ ...one, kind: NAMED }));
  return deputisedBy(id, { plan: { programme: { zone } }, people, contributions }, at);
}

/** The token that a request carries. */
export const bearerOf = (c: Context): string | undefined =>
  /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];

/** A person who asks about their own network by other ways than a token of theirs. */
export async function admitPerson(
  store: Store,
  asked: { network: Network; person: Person; actsFor?: Deputised[]; key?: string },
): Promise<Admitted> {
  const { network, key, actsFor: others = [] } = asked;
  const { id, name, email, roles } = asked.person;
  const [answer, entries] =
    key === undefined
      ? [undefined, []]
      : await Promise.all([findAnswer(store, id, key), entriesByKey(store, network.id, `${id}:${key}`)]);
  const happened = entries.some(({ kind }) => kind !== "machine.fault");
  return {
    principal: { id, label: email, admin: false, personId: id, name, email },
    roles,
    actsFor: others,
    network,
    ...(answer && { answer }),
    ...(happened && { happened: true as const }),
  };
}

/** The claim of a change: its key and a hash of what is asked. Throws where the header is missing or unusable. */
export function claimOf(c: Context, admitted: Admitted, body: unknown): Claim {
  const key = keyOf(c);
  const asked = JSON.stringify([c.req.method, c.req.path, body]);
  const bodyHash = createHash("sha256").update(asked).digest("hex");
  const { answer } = admitted;
  if (answer && answer.bodyHash !== bodyHash) throw new ApiProblem("key-reused");
  return { scope: admitted.principal.id, key, bodyHash };
}

/** The key of a change. Throws where the header is missing or unusable. */
export function keyOf(c: Context): string {
  const key = c.req.header("idempotency-key");
  if (key === undefined) throw new ApiProblem("no-key");
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > MAX_KEY) throw new ApiProblem("bad-key", String(MAX_KEY));
  return key;
}

/** Who did it, as the ledger says: a person's id, or the name of a token that belongs to nobody. */
export const actorOf = ({ principal }: Admitted): string => principal.personId ?? principal.label;

/** Who asks, as a network's rights see them. */
export function askerOf({ roles, actsFor: others, principal }: Admitted): Asker {
  return { email: principal.email, roles: [...roles, ...(principal.admin ? [ADMINISTRATOR] : [])], actsFor: others };
}

/** All roles somebody has the rights of now: their own, and those of whom they stand in for. */
export const allRoles = ({ roles, actsFor: others }: Admitted): string[] => [
  ...new Set([...roles, ...others.flatMap((one) => one.roles)]),
];

export function demandAdmin({ principal }: Admitted): void {
  if (!principal.admin) throw new ApiProblem("not-allowed");
}
