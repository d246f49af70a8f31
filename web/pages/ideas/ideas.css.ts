// The wall, the board, ballots and decisions.
export const IDEAS_CSS = `
.card.lift { margin: 1.6rem 0 3.2rem; border-top: 4px solid var(--strong) }
.card.lift > h2 { margin: 0 0 .8rem; font-size: 2rem !important }
.card .form-group { margin-top: 1.6rem }
.chips fieldset { display: flex; flex-wrap: wrap; gap: .8rem; margin-top: 1.6rem } .chips legend { float: left; width: 100%; margin: 0 }
.chips .pick { margin: 0; padding: .8rem 1.2rem; align-items: center } .chips .form-hint, .chips .form-error-message { width: 100% }
.grid2.wide { gap: 1.6rem 2.4rem; max-width: none; grid-template-columns: repeat(auto-fit, minmax(min(100%, 32rem), 1fr)); margin-top: 2.4rem; align-items: start } .grid2.wide > .card > h3 { margin-top: 0 } .grid2.wide .form-group { margin-top: 1.6rem }
.groups { display: flex; flex-wrap: wrap; gap: 0 3.2rem }
.notes { display: flex; flex-wrap: wrap; gap: 1.2rem; list-style: none; padding: 0; margin: .8rem 0 2.4rem; max-width: none !important }
.notes > li { margin: 0 !important; padding: 1.2rem 1.4rem !important } .notes > li::before, .board li::before, .steps > li::before { content: none !important; display: none !important }
.note { width: 25rem; max-width: 100%; background: #fffbe8; border: 1px solid #e6d9a4; border-radius: 3px; display: flex; flex-direction: column; gap: .4rem; break-inside: avoid } .note p { margin: 0 } .note p.soft { font-size: 1.4rem }
@media (max-width: 575px) { .groups, .groups > div { display: block; width: 100% } .note { width: 100% } }
.note:target { outline: 3px solid var(--focus) }
.mark { display: flex; align-items: center; gap: .8rem; min-height: 44px; margin-top: auto; font-size: 1.5rem; cursor: pointer } .mark input { width: 2.2rem; height: 2.2rem; accent-color: var(--strong); position: static; opacity: 1; appearance: auto; margin: 0; flex: none }
.wall h4 { margin: 1.2rem 0 0; font-size: 1.6rem; color: var(--soft) }
.perspective { border-top: 1px solid var(--line); margin-top: 1.6rem }
.filter, .pills { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; margin: 0 0 1.6rem; max-width: none !important } .filter li { padding: 0 !important; margin: 0 !important } .filter li::before { content: none !important; display: none !important }
.filter .pill { min-height: 44px; border-radius: 2.2rem; display: inline-flex; align-items: center; padding: 0 1.4rem; text-decoration: none !important; font-size: 1.5rem; white-space: normal } main .filter a.pill.strong { color: #fff }
.pills { margin: 0; gap: .4rem } .pills .pill { white-space: normal }
.board { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.6rem } .board h2 { margin: 0 0 .2rem; font-size: 1.8rem !important } .board section > p { margin: 0 0 1rem; font-size: 1.4rem }
.board section { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 1.2rem; min-width: 0 } .board ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 1rem; max-width: none !important }
@media (min-width: 992px) { .board { grid-template-columns: repeat(5, minmax(0, 1fr)); gap: 1.2rem; align-items: start } }
.idea { background: #fff; border: 1px solid var(--line); border-radius: 4px; padding: 1rem 1.2rem !important; margin: 0 !important; display: grid; gap: .4rem; hyphens: auto } .idea > a { font-weight: 600 } .idea p { margin: 0; font-size: 1.4rem } .idea p:empty { display: none } .idea details { margin: 0 } .idea .step a { display: inline-flex; min-height: 44px; align-items: center } .idea .form-group { margin-top: .8rem }
.board + .card { margin-top: 2.4rem } .card > h2 { font-size: 2rem !important }
.idea:target { outline: 3px solid var(--focus) }
@media print { .unprinted, .mark, .crumbs { display: none !important } .notes { display: block; columns: 2 } .notes > li { margin-bottom: 1rem !important } }
`;
