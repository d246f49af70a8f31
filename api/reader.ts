// Who reads, as what they may see depends on it.
import { mayAct } from "../machines/acting.ts";
import type { Book } from "../machines/ledger.ts";
import type { Reader } from "../machines/meetings/reader.ts";
import { askerOf, type Admitted } from "./admission.ts";

/** Somebody who was let in, as a reader of meetings and of what lies beside them. */
export function readerOf({ plan }: Pick<Book, "plan">, admitted: Admitted): Reader {
  const { personId } = admitted.principal;
  const leads = mayAct(plan.programme, askerOf(admitted), "recordMinutes", {});
  return { leads, ...(personId !== undefined && { person: personId }) };
}
