// Every page for who is signed in, by its address; `{id}` is a network. What all pages have to be is tested over this list.

/** `as`: roles that open it. */
export type SitePage = { path: string; as: string[] };

export const PAGES: SitePage[] = [
  { path: "/", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/{id}", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/{id}/meetings", as: ["networkLead", "participant", "administrator"] },
  { path: "/networks/{id}/meetings/m1", as: ["networkLead", "coreMember"] },
  { path: "/networks/{id}/meetings/m5", as: ["networkLead", "participant"] },
  { path: "/networks/{id}/homework", as: ["networkLead", "participant"] },
  { path: "/networks/{id}/homework/egne-opdagelser", as: ["networkLead", "participant"] },
  { path: "/networks/{id}/rehearsal", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/new", as: ["administrator"] },
  { path: "/overview", as: ["networkLead", "administrator"] },
  { path: "/overview?show=ended&sort=budget", as: ["administrator"] },
  { path: "/themes", as: ["networkLead", "administrator"] },
  { path: "/themes/new", as: ["networkLead", "administrator"] },
  { path: "/themes/forum", as: ["administrator"] },
  { path: "/networks/{id}/plan", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/{id}/plan?edit=m1", as: ["networkLead", "administrator"] },
  { path: "/networks/{id}/messages", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/{id}/people", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/{id}/people?by=organisation", as: ["networkLead"] },
  { path: "/networks/{id}/audit", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/{id}/report", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/profile", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/privacy", as: ["coreMember", "administrator"] },
  { path: "/accessibility", as: ["coreMember", "administrator"] },
  { path: "/networks/{id}/discoveries", as: ["networkLead", "coreMember", "guest"] },
  { path: "/networks/{id}/ideas", as: ["networkLead", "coreMember", "administrator"] },
  { path: "/networks/{id}/ideas/i1", as: ["networkLead", "referenceManager"] },
  { path: "/networks/{id}/ideas/i2", as: ["networkLead", "participant"] },
  { path: "/networks/{id}/prioritisation", as: ["networkLead", "coreMember"] },
  { path: "/networks/{id}/prioritisation/b1", as: ["networkLead", "coreMember"] },
  { path: "/decisions/{id}/i1", as: ["referenceManager", "networkLead"] },
  { path: "/networks/{id}/monitoring", as: ["networkLead", "lineManager"] },
];
