// What pages of meetings and homework look like beyond the common sheet.
export const MEETINGS_CSS = `
.mt-when { font-size: 1.9rem; line-height: 1.45; max-width: 60ch; margin: .4rem 0 }
.mt-sessions { margin: .4rem 0; padding: 0; list-style: none; max-width: 70ch }
.mt-sessions li { padding-left: 0 !important; margin: 0 0 .6rem }
.mt-sessions li::before { content: none !important; display: none !important }
.mt-next { border: 1px solid var(--line); border-left: 6px solid var(--strong); border-radius: 0 6px 6px 0; padding: 2rem 2.4rem; margin: 1.6rem 0; max-width: 92rem }
.mt-next > :first-child { margin-top: 0 } .mt-next > :last-child { margin-bottom: 0 }
.mt-next h3 { margin-top: 2rem }
.mt-step { margin: 2rem 0; padding: 1.6rem 2rem; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; max-width: 92rem }
.mt-step > :first-child { margin-top: 0 } .mt-step p { margin: 0 0 1.2rem } .mt-step > :last-child { margin-bottom: 0 }
.mt-step h2 { font-size: 1.9rem !important; margin: 0 0 .4rem }
.mt-choices { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.2rem 0 0 }
.mt-choices .button { margin: 0 }
.mt-agenda { list-style: none; counter-reset: point; margin: 1.2rem 0; padding: 0; max-width: 76ch }
.mt-agenda > li { counter-increment: point; display: grid; grid-template-columns: 3rem minmax(0, 1fr) auto; gap: 0 1.2rem; padding: 1rem 0 !important; margin: 0; border-bottom: 1px solid var(--line) }
.mt-agenda > li::before { content: counter(point) "." !important; display: block !important; position: static; color: var(--soft); font-weight: 600; background: none !important; width: auto; height: auto }
.mt-agenda p { margin: .2rem 0 0; white-space: pre-line }
.mt-plain { list-style: none; padding: 0; margin: .8rem 0; max-width: 76ch } .mt-plain > li { padding-left: 0 !important; margin: 0 0 .4rem } .mt-plain > li::before { content: none !important; display: none !important }
.mt-folds details { margin: 0 } .mt-folds > details { border-bottom: 1px solid var(--line) } .mt-folds .mt-plain > li { min-height: 44px; display: flex; align-items: center } .mt-folds .mt-plain > li:has(details) { display: block }
.mt-nudge { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; align-items: center; margin-top: .8rem } .mt-nudge p { margin: 0 }
.mt-prose { white-space: pre-line; max-width: 70ch }
.mt-names { columns: 24rem; margin: .8rem 0; padding: 0; list-style: none; max-width: 92rem }
.mt-names li { padding-left: 0 !important; margin: 0 0 .4rem; break-inside: avoid }
.mt-names li::before { content: none !important; display: none !important }
.mt-ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: .4rem 1.6rem; max-width: 110rem }
.mt-tick { display: flex; gap: 1rem; align-items: center; min-height: 44px; padding: .4rem .8rem; border-radius: 6px; cursor: pointer }
.mt-tick:hover { background: var(--ground) } .mt-tick:has(:checked) { background: var(--mark) }
.mt-tick input { flex: none; width: 2.2rem; height: 2.2rem; margin: 0; accent-color: var(--strong); position: static; opacity: 1; appearance: auto }
.mt-tick small { display: block; color: var(--soft); font-size: 1.4rem }
.mt-point { margin-top: 2.4rem; max-width: 92rem } .mt-point legend { margin: 0; font-size: 1.7rem } .mt-point details { margin: .4rem 0 0 } div.mt-point { border-top: 1px solid var(--line); padding-top: .8rem }
.mt-point .form-group { margin-top: 1.2rem }
.mt-point .mt-fields { display: grid; gap: 0 1.6rem; grid-template-columns: minmax(0, 1fr) } 
@media (min-width: 768px) { .mt-point .mt-fields { grid-template-columns: minmax(0, 3fr) minmax(0, 1fr) minmax(0, 2fr) } }
.mt-cell { white-space: nowrap } .mt-cell-late { color: var(--warm) } .mt-cell-past { color: var(--wrong); font-weight: 600 } .mt-cell-none { color: var(--soft) }
.mt-matrix th, .mt-matrix td { padding: .8rem 1.2rem !important; border-bottom: 1px solid var(--line) } .mt-matrix tbody th { font-weight: 400; position: sticky; left: 0; background: #fff; min-width: 16rem }
.mt-poll th { white-space: nowrap }
.crumbs a { display: inline-flex; min-height: 44px; align-items: center }
`;
