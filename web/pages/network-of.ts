// What every page of a network begins with: the network in a few words, and what its reader may do.
import type { CardJson } from "../../api/client.ts";
import type { At } from "../site/at.ts";
import type { OfNetwork } from "../site/frame.tsx";

export type Known = CardJson & {
  /** For the frame of the page. */
  network: OfNetwork;
  /** Whether the reader has the right to a trigger at all. */
  mayDo: (trigger: string) => boolean;
};

/** The network of the page's address. Throws ApiError where there is none, or none of the reader's. */
export async function networkOf({ c, api }: Pick<At, "c" | "api">): Promise<Known> {
  const card = await api.card(idOf({ c }));
  const network = {
    id: card.id,
    title: card.title,
    rehearsal: card.clock !== "real",
    plays: card.clock === "scaled",
    mayStep: card.clock === "stepped" && !card.ended && card.may.includes("openPhase"),
  };
  return { ...card, network, mayDo: (trigger) => card.may.includes(trigger) };
}

/** The network's id in the page's address. */
export const idOf = ({ c }: Pick<At, "c">): string => c.req.param("id") ?? "";
