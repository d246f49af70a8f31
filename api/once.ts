// A change that is asked for twice with one key happens once, and is answered alike.
import type { Json } from "../machines/engine/types.ts";
import { StoreError } from "../store/error.ts";
import { dropBegun, findAnswer, saveAnswers } from "../store/idempotency.ts";
import type { Store } from "../store/open.ts";
import type { Admitted } from "./admission.ts";
import { ApiProblem } from "./problem.ts";

/** Whose request it is, and what was asked: under it the answer is kept. */
export type Claim = { scope: string; key: string; bodyHash: string };

export type Once = <T>(
  claim: Claim,
  admitted: Admitted,
  work: () => Promise<T>,
  options?: { savedByWork?: boolean },
) => Promise<T>;

/** Answers are kept when `work` is done, unless it keeps them itself; what throws is not kept and may be tried again. */
export function createOnce(store: Store, now: () => number): Once {
  const underWay = new Map<string, { bodyHash: string; answer: Promise<unknown> }>();

  return async <T>(claim: Claim, { answer }: Admitted, work: () => Promise<T>, { savedByWork = false } = {}) => {
    if (answer?.status != null) return answer.response as T;
    const id = `${claim.scope}\n${claim.key}`;
    const other = underWay.get(id);
    if (other && other.bodyHash !== claim.bodyHash) throw new ApiProblem("key-reused");
    if (other) return (await other.answer) as T;
    const kept = async () => {
      // Of two processes that are asked at once with one key and two bodies, one goes on.
      if (store.kind === "server") await begin(store, claim, now());
      try {
        const done = await work();
        await saveAnswers(store, [{ ...claim, status: 200, response: done as Json, createdAt: now() }]);
        return done;
      } catch (error) {
        if (store.kind === "server") await dropBegun(store, claim);
        throw error;
      }
    };
    const working = (savedByWork ? work() : kept()).catch((error: unknown) => answeredMeanwhile(store, claim, error));
    underWay.set(id, { bodyHash: claim.bodyHash, answer: working });
    try {
      return (await working) as T;
    } finally {
      underWay.delete(id);
    }
  };
}

/** Keeps the key for this body. Throws `repeated` where another body has it, or the answer is there. */
async function begin(store: Store, claim: Claim, createdAt: number): Promise<void> {
  await saveAnswers(store, [{ ...claim, status: null, response: null, createdAt }]);
}

/** Another request with the key was answered after this one was admitted: its answer is this one's too. */
async function answeredMeanwhile(store: Store, { scope, key, bodyHash }: Claim, error: unknown): Promise<unknown> {
  if (!(error instanceof StoreError) || error.code !== "repeated") throw error;
  const answer = await findAnswer(store, scope, key);
  if (answer && answer.bodyHash !== bodyHash) throw new ApiProblem("key-reused");
  if (answer?.status == null) throw error;
  return answer.response;
}
