// What the plan's page looks like beyond the other lists.
export const PLAN_CSS = `
.plan > li { align-items: flex-start; padding: .8rem 0; gap: .4rem 1.6rem }
.plan .week { flex: 0 0 7rem; margin: .8rem 0 0 } .plan .what { padding-top: .8rem } .plan .when { flex: 0 1 26rem; margin: .8rem 0 0; font-weight: 400 }
.plan .acts { display: flex; flex-wrap: wrap; gap: .8rem; margin: 0 } .plan > li > .inline { min-height: 44px; align-items: center }
.plan > li.open { background: var(--ground); border-left: 4px solid var(--strong); padding: 1.2rem 1.6rem !important }
.rows .edit { flex: 1 1 100%; min-width: 0; max-width: 100% } .rows .edit form { display: block }
.rows .edit details, .rows .what details { margin: 0 }
.asides { display: flex; flex-wrap: wrap; gap: 0 2.4rem } .asides details[open] { flex: 1 1 100% }
@media (max-width: 767px) { .plan .week { flex-basis: auto; margin: 0; order: -1 } .plan .what { flex-basis: 100% !important; padding: 0 } .plan .when { flex: 1 1 18rem; margin: 0 } }
.scroll .table { overflow-wrap: break-word } .scroll .table th { min-width: 12rem } .scroll .table .pill { white-space: nowrap }
.mail { white-space: pre-line; border-left: 3px solid var(--line); padding-left: 1.6rem; max-width: 70ch }
.filter { display: flex; flex-wrap: wrap; gap: 0 2.4rem; align-items: flex-end } .filter .form-group { margin-top: 1.6rem }
details.tight { margin: 0 } a.button[aria-current] { background: var(--mark); font-weight: 700 }
`;
