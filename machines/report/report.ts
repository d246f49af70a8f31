// The report of a network: what a manager who was never there has to know of it, running or ended.
import type { Report } from "../../programmes/export/report/types.ts";
import { executedOf, planBeside } from "../executed.ts";
import { effortOf, moneyOf, monitoringOf } from "./accounts.ts";
import { decisionsOf } from "./decisions.ts";
import { settingOf, type ReportGiven } from "./given.ts";
import { headOf, numbersOf } from "./head.ts";
import { ideasOf } from "./ideas.ts";
import { followUpsOf, unsaidOf } from "./open.ts";
import { participantsOf } from "./participants.ts";
import { storyOf } from "./story.ts";
import { summaryOf } from "./summary.ts";

/** All of it in one language. No person's name is in it but where `names` asks for them, and in what people wrote themselves. */
export function reportOf(given: ReportGiven): Report {
  const setting = settingOf(given);
  const [ideas, monitoring, budget] = [ideasOf(setting), monitoringOf(setting), moneyOf(setting)];
  return {
    language: given.language,
    ...headOf(setting),
    numbers: numbersOf(setting),
    summary: summaryOf(setting),
    next: followUpsOf(setting),
    story: storyOf(setting),
    plan: { layout: planBeside(given.plan, given.view), executed: executedOf(given.plan, given.view) },
    participants: participantsOf(setting),
    ...(ideas && { ideas }),
    decisions: decisionsOf(setting),
    ...(monitoring && { monitoring }),
    effort: effortOf(setting),
    ...(budget && { budget }),
    unsaid: unsaidOf(setting),
  };
}
