// What a network is for: the types differ in what they end in, and in who follows them.
import type { Text } from "./types.ts";

export const NETWORK_TYPES = ["innovation", "learning", "welfare"] as const;
export type NetworkType = (typeof NETWORK_TYPES)[number];

/** Each type as people read it. */
export const NETWORK_TYPE_NAMES: Record<NetworkType, Text> = {
  innovation: { da: "innovationsnetværk", en: "innovation network" },
  learning: { da: "læringsnetværk", en: "learning network" },
  welfare: { da: "velfærdsnetværk", en: "welfare network" },
};

/** The type of a programme's networks: innovation where it does not say. */
export function networkTypeOf({ type = "innovation" }: { type?: NetworkType }): NetworkType {
  return type;
}
