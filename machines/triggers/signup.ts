// Triggers about signing up to open meetings.
import { signUpId } from "../signup/standing.ts";
import { network, type Data, type MachineTrigger } from "./make.ts";

/** The sign-up of the meeting that its data names takes it. */
const signUp = (event: string): MachineTrigger => ({
  by: "machine",
  to: (data: Data) => signUpId(data["item"]),
  event: () => event,
});

export const SIGN_UPS = {
  openSignUp: network("openSignUp"),
  closeSignUp: signUp("closeSignUp"),
  signUp: signUp("signUp"),
  withdrawSignUp: signUp("withdrawSignUp"),
} as const satisfies Record<string, MachineTrigger>;
