// A trigger as somebody asks it: by whom, in which role, when; and what came of it as everybody outside sees it.
import { entryJson, type EntryJson } from "../machines/entry-json.ts";
import { refusals } from "../machines/refusals.ts";
import type { Trigger } from "../machines/trigger.ts";
import { shape } from "../machines/trigger-shapes.ts";
import { isTrigger } from "../machines/trigger-types.ts";
import type { Plan } from "../programmes/types.ts";
import { emailsOf } from "../store/people.ts";
import { actorOf, roleFor, type Admitted } from "./admission.ts";
import type { Claim } from "./once.ts";
import type { Parts } from "./parts.ts";
import { badInput } from "./problem.ts";
import { peopleIn } from "./reads.ts";
import type { Submit, Submitted } from "./submit.ts";
import type { Language } from "./words.ts";

export type Wanted = { type: string; data?: Record<string, unknown> | undefined };

export type Asking = {
  /** What was asked, with its dates read, by whom, in which role and when. Throws `bad-input`. */
  shaped(plan: Plan, admitted: Admitted, wanted: Wanted, language: Language): Omit<Trigger, "key">;
  /** Hands it to the network under the claim's key, once; a refusal is answered, not thrown. Throws `bad-input`. */
  ask(plan: Plan, admitted: Admitted, asked: Wanted & { claim: Claim; language: Language }): Promise<Submitted>;
  /** Entries as everybody outside sees them. */
  told(plan: Plan, admitted: Admitted, done: Pick<Extract<Submitted, { ok: true }>, "entries">): Promise<EntryJson[]>;
};

/** How triggers are asked, wherever they come from. `admitted` has to be of a network. */
export function createAsking(parts: Parts, submit: Submit): Asking {
  const shaped: Asking["shaped"] = (plan, admitted, { type, data }, language) => {
    if (!isTrigger(type)) throw badInput([{ path: "type", message: refusals.unknown(type)[language] }]);
    const read = shape(type, data, plan.programme.zone, language);
    if (!read.ok) throw badInput(read.problems);
    const { network } = admitted;
    const at = network!.clock === "real" ? parts.now() : network!.now;
    const role = roleFor(admitted, plan.programme, type, read.data);
    return { at, by: actorOf(admitted), role, type, data: read.data };
  };
  return {
    shaped,
    ask: async (plan, admitted, { claim, language, ...wanted }) => {
      const { id } = admitted.network!;
      const asked = shaped(plan, admitted, wanted, language);
      const key = `${admitted.principal.id}:${claim.key}`;
      if (admitted.happened) return await submit.found(id, key, claim);
      return await submit.trigger(id, { ...asked, key }, claim);
    },
    told: async ({ programme }, { principal }, { entries }) => {
      const ids = entries.flatMap(peopleIn);
      const emails = ids.length > 0 ? await emailsOf(parts.store, ids) : new Map<string, string>();
      const emailOf = (person: string) => (person === principal.personId ? principal.email : emails.get(person));
      return entries.map((entry) => entryJson(entry, { zone: programme.zone, emailOf }));
    },
  };
}
