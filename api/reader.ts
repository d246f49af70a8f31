// Who reads, as what they may see depends on it.
import { mayAct } from "../machines/acting.ts";
import type { Book } from "../machines/ledger.ts";
import type { Reader } from "../machines/meetings/reader.ts";
import type { Programme } from "../programmes/types.ts";
import { askerOf, type Admitted } from "./admission.ts";

/** Whether somebody who was let in has the lead's rights, by themselves or for another. */
export const leadsIn = (programme: Programme, admitted: Admitted): boolean =>
  mayAct(programme, askerOf(admitted), "recordMinutes", {});

/** Somebody who was let in, as a reader of meetings and of what lies beside them. */
export function readerOf({ plan }: Pick<Book, "plan">, admitted: Admitted): Reader {
  const { personId } = admitted.principal;
  return { leads: leadsIn(plan.programme, admitted), ...(personId !== undefined && { person: personId }) };
}
