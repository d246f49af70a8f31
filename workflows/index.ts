// The workflows a worker runs.
export { network } from "./network.ts";
