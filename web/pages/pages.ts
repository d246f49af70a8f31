// Every page for who is signed in, by where it is.
import type { Site } from "../site/site.tsx";
import { addFresh } from "./fresh/fresh.tsx";
import { addFilePages } from "./files/beside.tsx";
import { addInspect } from "./inspect/inspect.tsx";
import { addHomeworkPages } from "./homework/homework-pages.ts";
import { addIdeaPages } from "./ideas/ideas-pages.ts";
import { addMeetingPages } from "./meetings/meetings-pages.ts";
import { addOverview } from "./overview/overview.tsx";
import { addThemeProposals } from "./theme-proposals/theme-proposals.tsx";
import { addRehearsal } from "./rehearsal/rehearsal.tsx";
import { addMine } from "./mine/mine.tsx";
import { addMessages } from "./messages/messages.tsx";
import { addPeople } from "./people/people.tsx";
import { addAudit } from "./audit/audit.tsx";
import { addReport } from "./report/report.tsx";
import { addProfile } from "./profile/profile.tsx";
import { addStatements } from "./statements/statements.tsx";
import { addTheme } from "./theme/theme.tsx";
import { addPlan } from "./plan/plan.tsx";
import { addNetwork } from "./network/network.tsx";

/** Adds the pages to the site. */
export function addPages(site: Site): void {
  addMine(site);
  addFresh(site);
  addOverview(site);
  addThemeProposals(site);
  addRehearsal(site);
  addIdeaPages(site);
  addFilePages(site);
  addMeetingPages(site);
  addHomeworkPages(site);
  addNetwork(site);
  addPlan(site);
  addStatements(site);
  addProfile(site);
  addReport(site);
  addAudit(site);
  addInspect(site);
  addPeople(site);
  addTheme(site);
  addMessages(site);
}
