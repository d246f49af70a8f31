// What a worker of these tests carries.
import { instanceOf } from "../../../workflows/instance.ts";
import { askerV1, bossV1, workerV1 } from "./machines.ts";

export const instance = instanceOf([askerV1, bossV1, workerV1]);
