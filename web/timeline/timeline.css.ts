// The look of the timeline. Colours are the pages' own; each of them has a shape or a word beside it.
export const TIMELINE = `
.tl { margin: 1.6rem 0 }
.tl-frame { display: flex; overflow-x: auto; max-width: 100%; padding: 4px 0 8px; font-size: 1.3rem }
.tl-frame svg { flex: none; display: block }
.tl-names { position: sticky; left: 0; z-index: 1; background: #fff }
.tl text { font-family: inherit; fill: var(--ink) }
.tl .tl-name { font-size: 14px; font-weight: 600 }
.tl .tl-small { font-size: 12px; font-weight: 400; fill: var(--soft) }
.tl .tl-mid, .tl .tl-week, .tl .tl-n, .tl-today text { text-anchor: middle }
.tl .tl-start { text-anchor: start }
.tl .tl-month { font-size: 13px; font-weight: 600; fill: var(--soft) }
.tl .tl-week { font-size: 14px; font-weight: 600 }
.tl .tl-t { font-size: 13px; paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round }
.tl .tl-quiet { fill: var(--soft) }
.tl .tl-gone { fill: var(--soft) } .tl .tl-end { text-anchor: end }
.tl .tl-on { fill: var(--strong); font-weight: 600 }
.tl-head text { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round }
.tl-rule { stroke: var(--line) } .tl-rule.tl-first { stroke: var(--edge) } .tl-grid { stroke: #eef2f0 }
.tl-plan { fill: #fff; stroke: var(--edge); stroke-width: 1.5px }
.tl-done { fill: #56918a } .tl-open { fill: var(--strong) } .tl-thin { fill: var(--edge) }
.tl-soft { fill: url(#tl-fade) } .tl-stop { stop-color: #6b7f7b }
.tl-m { stroke: var(--strong); stroke-width: 2px; fill: #fff }
.tl-m.tl-held { fill: var(--strong) } .tl-m.tl-loose { stroke-dasharray: 3 2.5 } .tl-m.tl-off { stroke: var(--edge) }
.tl .tl-n { font-size: 13px; font-weight: 700; fill: var(--strong) } .tl .tl-n.tl-held { fill: #fff } .tl .tl-n.tl-off { fill: var(--soft) }
.tl-join { stroke: var(--strong); stroke-width: 4px }
.tl-cross { stroke: var(--soft); stroke-width: 2px }
.tl-due { stroke: var(--warm); stroke-width: 3px; fill: none }
.tl-p { fill: #fff; stroke: #8a2a70; stroke-width: 2px } .tl-p.tl-over { fill: #8a2a70 }
.tl-note { stroke: var(--edge); stroke-width: 2px; fill: none }
.tl-pause { fill: #e9efec } .tl-pause.tl-partial { fill: #f6f8f7 }
.tl-hatch { stroke: #a9bbb5; fill: none } .tl-dot { fill: #8fa39d }
.tl-today path { stroke: var(--ink); stroke-width: 2px } .tl-today rect { fill: var(--ink) } .tl-today text { fill: #fff; font-size: 12px; font-weight: 600 }
main .tl-frame a:not(.button) { cursor: pointer; text-decoration: none }
.tl-frame a:hover .tl-t { text-decoration: underline } .tl-frame a:hover .tl-plan, .tl-frame a:focus-visible .tl-plan { stroke: var(--strong); stroke-width: 2.5px }
.tl-frame a:hover .tl-pause { fill: #dbe5e1 }
.tl-frame a:focus-visible { outline: 3px solid var(--focus) !important; outline-offset: 1px }
.tl-undated { margin: .8rem 0 0; max-width: none }
.tl-legend { display: flex; flex-wrap: wrap; gap: .4rem 2rem; list-style: none; margin: .8rem 0 0; padding: 0; max-width: none !important; font-size: 1.4rem; color: var(--soft) }
.tl-legend li { display: inline-flex; align-items: center; gap: .8rem; margin: 0; padding: 0 }
.tl-table .tl-kind { display: block; font-weight: 400; color: var(--soft); font-size: 1.4rem }
.tl-table th[scope=row] a { font-weight: 600 }
.tl-parts { margin: .6rem 0 0; padding: 0; list-style: none; font-weight: 400 } .tl-parts li { margin: 0; padding-left: 2.2rem } .tl-parts a { font-weight: 400 !important }
.tl-legend > li::before, .tl-list li::before { content: none }
.tl-defs { position: absolute; width: 0; height: 0 }
.tl-list { display: none }
.tl-list ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); max-width: none }
.tl-list li { margin: 0; padding: 0; border-bottom: 1px solid var(--line) }
main .tl-list li a:not(.button) { display: flex; gap: 1.2rem; align-items: flex-start; min-height: 44px; padding: .8rem 0; text-decoration: none }
.tl-list li svg { flex: none }
.tl-list b { display: block; text-decoration: underline; text-underline-offset: .2em }
.tl-list small { display: block; font-size: 1.4rem; line-height: 1.45; color: var(--soft) }
.tl-now { margin: 1.6rem 0 .4rem; font-weight: 700; max-width: none }
@media (max-width: 640px) { .tl-wide { display: none } .tl-list { display: block } }
@media print { .tl-frame { overflow: visible } .tl-wide details { display: none } }
`;
