// A network on the stepped clock that its sample's script has been played on, up to an instant: with ideas, votes, tests and minutes.
import { sampleScript } from "../../library/programmes.ts";
import { START, type TestHouse, type TestNetwork } from "./house.ts";

type Line = { at: string; by: string; trigger: string; data?: object };

/** Plays it; `until` in the network's local time. Throws where the script is not taken. */
export async function playedNetwork(
  house: TestHouse,
  until: string,
  programme = "innovationsnetvaerk",
): Promise<TestNetwork> {
  const network = await house.network({ programme, start: START });
  const script = JSON.parse((await sampleScript(programme)) ?? "[]") as Line[];
  for (const { at, by, trigger, data } of script.toSorted((a, b) => a.at.localeCompare(b.at))) {
    if (at > until) break;
    await network.step(at);
    await network.do(by, trigger, data ?? {});
  }
  await network.step(until);
  return network;
}
