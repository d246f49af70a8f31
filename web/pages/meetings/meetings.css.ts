// What pages of meetings and homework look like beyond the common sheet.
export const MEETINGS_CSS = `
.when { font-size: 1.9rem; line-height: 1.45; max-width: 60ch; margin: .4rem 0 }
.sessions { margin: .4rem 0; padding: 0; list-style: none; max-width: 70ch }
.sessions li { padding-left: 0 !important; margin: 0 0 .6rem }
.sessions li::before { content: none !important; display: none !important }
.next { border: 1px solid var(--line); border-left: 6px solid var(--strong); border-radius: 0 6px 6px 0; padding: 2rem 2.4rem; margin: 1.6rem 0; max-width: 92rem }
.next > :first-child { margin-top: 0 } .next > :last-child { margin-bottom: 0 }
.next h3 { margin-top: 2rem }
.step { margin: 2rem 0; padding: 1.6rem 2rem; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; max-width: 92rem }
.step > :first-child { margin-top: 0 } .step p { margin: 0 0 1.2rem } .step > :last-child { margin-bottom: 0 }
.step h2 { font-size: 1.9rem !important; margin: 0 0 .4rem }
.choices { display: flex; flex-wrap: wrap; gap: .8rem; margin: 1.2rem 0 0 }
.choices .button { margin: 0 }
.agenda { list-style: none; counter-reset: point; margin: 1.2rem 0; padding: 0; max-width: 76ch }
.agenda > li { counter-increment: point; display: grid; grid-template-columns: 3rem minmax(0, 1fr) auto; gap: 0 1.2rem; padding: 1rem 0 !important; margin: 0; border-bottom: 1px solid var(--line) }
.agenda > li::before { content: counter(point) "." !important; display: block !important; position: static; color: var(--soft); font-weight: 600; background: none !important; width: auto; height: auto }
.agenda p { margin: .2rem 0 0; white-space: pre-line }
.plain { list-style: none; padding: 0; margin: .8rem 0; max-width: 76ch } .plain > li { padding-left: 0 !important; margin: 0 0 .4rem } .plain > li::before { content: none !important; display: none !important }
.folds details { margin: 0 } .folds > details { border-bottom: 1px solid var(--line) } .folds .plain > li { min-height: 44px; display: flex; align-items: center } .folds .plain > li:has(details) { display: block }
.nudge { display: flex; flex-wrap: wrap; gap: .4rem 1.6rem; align-items: center; margin-top: .8rem } .nudge p { margin: 0 }
.prose { white-space: pre-line; max-width: 70ch }
.names { columns: 24rem; margin: .8rem 0; padding: 0; list-style: none; max-width: 92rem }
.names li { padding-left: 0 !important; margin: 0 0 .4rem; break-inside: avoid }
.names li::before { content: none !important; display: none !important }
.ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); gap: .4rem 1.6rem; max-width: 110rem }
.tick { display: flex; gap: 1rem; align-items: center; min-height: 44px; padding: .4rem .8rem; border-radius: 6px; cursor: pointer }
.tick:hover { background: var(--ground) } .tick:has(:checked) { background: var(--mark) }
.tick input { flex: none; width: 2.2rem; height: 2.2rem; margin: 0; accent-color: var(--strong); position: static; opacity: 1; appearance: auto }
.tick small { display: block; color: var(--soft); font-size: 1.4rem }
.point { border-top: 1px solid var(--line); padding-top: .4rem; margin-top: 1.6rem; max-width: 92rem }
.point .form-group { margin-top: 1.2rem }
.point .fields { display: grid; gap: 0 1.6rem; grid-template-columns: minmax(0, 1fr) } 
@media (min-width: 768px) { .point .fields { grid-template-columns: minmax(0, 3fr) minmax(0, 1fr) minmax(0, 2fr) } }
.cell { white-space: nowrap } .cell-late { color: var(--warm) } .cell-past { color: var(--wrong); font-weight: 600 } .cell-none { color: var(--soft) }
.matrix th, .matrix td { padding: .8rem 1.2rem !important; border-bottom: 1px solid var(--line) } .matrix tbody th { font-weight: 400; position: sticky; left: 0; background: #fff; min-width: 16rem }
`;
