// What a worker of the tests of long lives carries.
import { defineQuery, setHandler } from "@temporalio/workflow";
import { instanceOf } from "../../../workflows/instance.ts";
import { shipV1, WHOLE } from "./voyage.ts";

export const instance = instanceOf([shipV1], (live) => setHandler(defineQuery(WHOLE), () => live.state()));
