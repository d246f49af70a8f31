// Who has delivered homework.
import type { Person } from "../../programmes/types.ts";
import type { Contribution } from "../ledger.ts";

/** Whether a person has delivered, or somebody for the whole of their organisation; `deliveries` of one homework. */
export const hasDelivered = (deliveries: Contribution[], { id, organisation }: Person): boolean =>
  deliveries.some(
    ({ person, data }) => person === id || (organisation !== undefined && data["organisation"] === organisation),
  );
