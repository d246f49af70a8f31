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
];
