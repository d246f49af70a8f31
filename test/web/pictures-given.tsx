// Timelines and statecharts of the shipped programmes' samples at mid-run, for tests: as JSON, as a browser would get it.
import type { ChartJson, TimelineJson } from "../../api/client.ts";
import { chartOf } from "../../machines/chart.ts";
import { timelineOf } from "../../machines/timeline/timeline.ts";
import { Statechart } from "../../web/statechart/statechart.tsx";
import { Timeline } from "../../web/timeline/timeline.tsx";
import { sampleOf } from "../machines/shipped.ts";

/** A day in the middle of each sample's script. */
export const MIDDLES = {
  innovationsnetvaerk: "2027-04-16",
  faellesskabsagenter: "2014-06-15",
  borgerservice: "2015-04-15",
  beskaeftigelsesindsats: "2020-02-15",
  partnerskab: "2027-10-15",
} as const;
export type Id = keyof typeof MIDDLES;
export const IDS = Object.keys(MIDDLES) as Id[];
export const LANGUAGES = ["da", "en"] as const;

export type Given = { timeline: TimelineJson; chart: ChartJson };

/** A sample as it stands on its middle day, or another. */
export async function given(id: Id, until: string = MIDDLES[id]): Promise<Given> {
  const { play, upTo } = await sampleOf(id);
  const { book, ledger, network } = play(upTo(`${until}T24`), until);
  return JSON.parse(
    JSON.stringify({ timeline: timelineOf(book, ledger, network.state.now), chart: chartOf(book) }),
  ) as Given;
}

/** Their HTML. */
export const timelineHtml = (timeline: TimelineJson, language: "da" | "en" = "da"): string =>
  String(<Timeline timeline={timeline} language={language} />);
export const chartHtml = (chart: ChartJson, language: "da" | "en" = "da"): string =>
  String(<Statechart chart={chart} language={language} />);
