// The table of all networks: cards on a phone, with each value named.
export const OVERVIEW_CSS = `
.filter { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 1.2rem 1.6rem; margin: 2.4rem 0 } .filter > div { flex: 1 1 18rem; max-width: 30rem } .filter .form-label { margin: 0 } .filter .form-input, .filter .form-select { margin-top: .4rem; width: 100% }
.folds thead th { overflow-wrap: normal } .folds th a { display: inline-block; padding: .4rem 0 } .folds tbody th .soft { display: block; font-weight: 400; font-size: 1.5rem } .folds tbody th .pill { margin: .4rem .6rem 0 0; font-weight: 400 }
.folds tfoot th, .folds tfoot td { border-top: 2px solid var(--edge) !important; font-weight: 600 } .folds td.num, .folds th.num { white-space: nowrap }
@media (max-width: 991px) {
  .folds, .folds tbody, .folds tr, .folds td, .folds th, .folds tfoot { display: block; width: 100% !important; border: 0 !important }
  .folds thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .folds tr { border: 1px solid var(--line) !important; border-radius: 6px; padding: 1.2rem 1.6rem; margin-bottom: 1.6rem }
  .folds td, .folds th { padding: .3rem 0 !important; text-align: left !important; background: none !important; white-space: normal !important }
  .folds td { display: flex; gap: 1.2rem; justify-content: space-between } .folds td::before { content: attr(data-label); color: var(--soft) } .folds td.gap { display: none }
}
`;
