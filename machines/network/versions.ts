// Every version of the network's machines that some network may still run on. A change to what a machine does (a state, a
// timer, what it records) is a new version: the old one stays here, as it was, until nobody runs on it.
import type { Plan } from "../../programmes/types.ts";
import type { Migrations } from "../engine/migrate.ts";
import type { Machines } from "../engine/types.ts";
import { compile, MACHINE } from "./compile.ts";

export type NetworkVersion = {
  /** The machines of a plan; the same plan gives the same machines. */
  compile(plan: Plan): Machines;
  /** How a network of an earlier version, by its number, goes on as one of this. */
  migrations?: Migrations;
};

/** By name and version; new networks begin on `MACHINE`. */
export const VERSIONS: Record<string, NetworkVersion> = { [MACHINE]: { compile } };
