// A trigger as somebody asks it: by whom, in which role, when; and what came of it as everybody outside sees it.
import { actedAs, actingAs } from "../machines/acting.ts";
import { entryJson, type EntryJson } from "../machines/entry-json.ts";
import { refusals } from "../machines/refusals.ts";
import type { Trigger } from "../machines/trigger.ts";
import { shape } from "../machines/trigger-shapes.ts";
import { isTrigger } from "../machines/trigger-types.ts";
import type { Plan } from "../programmes/types.ts";
import { emailsOf } from "../store/people.ts";
import { actorOf, askerOf, type Admitted } from "./admission.ts";
import type { Claim } from "./once.ts";
import type { Parts } from "./parts.ts";
import { badInput, Refused } from "./problem.ts";
import { peopleIn } from "./reads.ts";
import type { Submit, Submitted } from "./submit.ts";
import type { Language } from "./words.ts";

export type Wanted = { type: string; data?: Record<string, unknown> | undefined };

export type Asking = {
  /** What was asked, with its dates read, by whom, in which role and when. Throws `bad-input`, and a refusal where they may not act so. */
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
    const acting = actingAs(plan.programme, askerOf(admitted), type, read.data);
    if (!acting.ok) throw new Refused({ key: "", ok: false, code: "role", why: acting.why, unmet: [] });
    return actedAs({ key: "", at, by: actorOf(admitted), role: "", type, data: read.data }, acting);
  };
  return {
    shaped,
    ask: async (plan, admitted, { claim, language, ...wanted }) => {
      const { id } = admitted.network!;
      const key = `${admitted.principal.id}:${claim.key}`;
      // Whoever had the right when it happened is answered so, whether or not they still have it.
      if (admitted.happened) return await submit.found(id, key, claim);
      const asked = shaped(plan, admitted, wanted, language);
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
