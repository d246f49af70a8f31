// What a network comes to in numbers: measurements by organisation, money, and working time planned beside recorded.
import type { BudgetJson, EffortJson, FremdriftClient, MonitoringJson } from "../../../api/client.ts";
import type { At } from "../../site/at.ts";
import type { Site } from "../../site/site.tsx";
import { idOf, networkOf, type Known } from "../network-of.ts";
import { addMeasuring, Measuring } from "./measuring.tsx";
import { Measures } from "./measures.tsx";
import { Money } from "./money.tsx";
import { Work } from "./work.tsx";
import { MONITORING_WORDS } from "./words.ts";

type Plan = Awaited<ReturnType<FremdriftClient["plan"]>>;

/** What its parts are given. */
export type Counted = {
  at: At;
  known: Known;
  plan: Plan;
  monitoring: MonitoringJson;
  budget: BudgetJson;
  effort: EffortJson;
};

/** Adds the page, and where measurements are sent. */
export function addMonitoring(site: Pick<Site, "page" | "form">): void {
  site.page("/networks/:id/monitoring", async (at) => {
    const { api, language } = at;
    const id = idOf(at);
    const [known, plan, monitoring, budget, effort] = await Promise.all([
      networkOf(at),
      api.plan(id),
      api.monitoring(id),
      api.budget(id),
      api.effort(id),
    ]);
    const words = MONITORING_WORDS[language];
    const counted = { at, known, plan, monitoring, budget, effort };
    const body = (
      <>
        <h1>{words.title}</h1>
        {monitoring.points.length > 0 && (
          <>
            <p class="lead" data-part="lead">
              {words.lead(monitoring.records.length, monitoring.missing.length)}
            </p>
            <Measures {...counted} />
            {known.mayDo("recordMeasure") && !known.ended && <Measuring {...counted} />}
          </>
        )}
        <Money {...counted} />
        <Work {...counted} />
      </>
    );
    return { title: words.title, body, network: known.network, part: "monitoring" };
  });
  addMeasuring(site);
}
