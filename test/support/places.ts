// What stands in an address for a name, by where it stands: of routes of the API, and of pages.
import type { Scene } from "./actors.ts";

/** A place, and what is found for it; new at each call where it can be used up. */
export type Place = [RegExp, (scene: Scene) => string | Promise<string>];

/** By the beginning of a route; the first name in it that is left is replaced. */
export const IN_ROUTES: Place[] = [
  [/^\/api\/programmes\/{id}/, () => "innovationsnetvaerk"],
  [/^\/api\/sessions\/{id}/, ({ made }) => made.session()],
  [/^\/api\/drafts\/{id}/, ({ made }) => made.draft()],
  [/^\/api\/feeds\/{id}/, ({ made }) => made.feed()],
  [/^\/api\/theme-proposals\/{id}/, ({ made }) => made.theme()],
  [/^\/api\/network-drafts\/{id}/, ({ made }) => made.networkDraft()],
  [/^\/api\/people\/{email}/, ({ made }) => made.person()],
  [/^\/api\/answer-links\/{token}/, ({ link }) => link("answer")],
  [/^\/api\/poll-links\/{token}/, ({ link }) => link("poll")],
  [/^\/api\/sign-ups\/{token}/, ({ link }) => link("signUp")],
  [/^\/calendars\/{file}/, ({ made }) => made.calendar()],
  [/\/files\/{file}/, ({ made }) => made.file()],
  [/\/meetings\/{item}/, () => "svar"],
  [/\/homework\/{item}/, () => "egne-opdagelser"],
  [/\/ideas\/{idea}/, () => "i1"],
  [/\/decisions\/{subject}/, () => "i1"],
];

/** By the name itself. */
export const IN_PAGES: Place[] = [
  [/(?<=^\/a\/):token/, ({ link }) => link("answer")],
  [/(?<=^\/s\/):token/, ({ link }) => link("signUp")],
  [/(?<=^\/d\/):token/, ({ link }) => link("poll")],
  [/(?<=^\/sign-in\/):token/, () => "x".repeat(20)],
  [/:programme/, () => "innovationsnetvaerk"],
  [/:theme/, ({ made }) => made.theme()],
  [/:draft/, ({ made }) => made.networkDraft()],
  [/:id/, ({ network }) => network.id],
  [/(?<=\/report\/):file{.*}/, () => "plan.csv"],
  [/:file/, ({ made }) => made.file()],
  [/(?<=\/homework\/):item/, () => "egne-opdagelser"],
  [/:item(?=\/poll)/, () => "afstem"],
  [/:item/, () => "svar"],
  [/:idea|:subject/, () => "i1"],
  [/:ballot/, () => "b1"],
];
