// Who may make networks: administrators and the secretariat.
import type { Store } from "../store/open.ts";
import { ADMINISTRATOR, type Admitted } from "./admission.ts";
import { ApiProblem } from "./problem.ts";
import { themeAsker } from "./theme-reads.ts";

/** Lets through who may make networks. Throws `not-allowed`. */
export async function demandMaker(store: Store, admitted: Admitted): Promise<void> {
  const { admin, offices } = await themeAsker(store, admitted);
  if (!admin && !offices.includes("secretariat")) throw new ApiProblem("not-allowed");
}

/** Whose drafts somebody's are: administrators have theirs together. */
export const ownerOf = ({ principal }: Admitted): string => (principal.admin ? ADMINISTRATOR : principal.id);
