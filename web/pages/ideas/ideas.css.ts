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
.notes > li { margin: 0 !important; padding: 1.2rem 1.4rem !important } .notes > li::before, .board li::before, .steps > li::before, .ballot > li::before { content: none !important; display: none !important }
.note { width: 25rem; max-width: 100%; background: #fffbe8; border: 1px solid #e6d9a4; border-radius: 3px; display: flex; flex-direction: column; gap: .4rem; break-inside: avoid } .note p { margin: 0 } .note p.soft { font-size: 1.4rem }
@media (max-width: 575px) { .groups, .groups > div { display: block; width: 100% } .note { width: 100% } }
.note:target { outline: 3px solid var(--focus) }
.mark { display: flex; align-items: center; gap: .8rem; min-height: 44px; margin-top: auto; font-size: 1.5rem; cursor: pointer } .mark input { width: 2.2rem; height: 2.2rem; accent-color: var(--strong); position: static; opacity: 1; appearance: auto; margin: 0; flex: none }
.wall h4 { margin: 1.2rem 0 0; font-size: 1.6rem; color: var(--soft) }
.perspective { border-top: 1px solid var(--line); margin-top: 1.6rem }
.filter, .pills { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; margin: 0 0 1.6rem; max-width: none !important } .filter li { padding: 0 !important; margin: 0 !important } .filter li::before { content: none !important; display: none !important }
.filter .pill { min-height: 44px; border-radius: 2.2rem; display: inline-flex; align-items: center; padding: 0 1.4rem; text-decoration: none !important; font-size: 1.5rem; white-space: normal } main .filter a.pill.strong { color: #fff }
h1 + .pills { margin: .4rem 0 1.2rem } .pills { margin: 0; gap: .4rem } .pills .pill { white-space: normal }
.board { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.6rem } .board h2 { margin: 0 0 .2rem; font-size: 1.8rem !important } .board section > p { margin: 0 0 1rem; font-size: 1.4rem }
.board section { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 1.2rem; min-width: 0 } .board ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 1rem; max-width: none !important }
@media (min-width: 992px) { .board { display: flex; gap: 1.2rem; align-items: start } .board section { flex: 1 1 0 } .board section:has(.idea) { flex: 2 1 0 } }
.idea { background: #fff; border: 1px solid var(--line); border-radius: 4px; padding: 1rem 1.2rem !important; margin: 0 !important; display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .4rem; hyphens: auto } .idea > a { font-weight: 600 } .idea p { margin: 0; font-size: 1.4rem } .idea p:empty { display: none } .idea details { margin: 0 } .idea .step a { display: inline-flex; min-height: 44px; align-items: center } .idea .form-group { margin-top: .8rem }
.board + .card { margin-top: 2.4rem } .card > h2 { font-size: 2rem !important }
.idea > * { grid-column: 1 / -1 } .idea > .mark { grid-column: 1 } .idea > .mark + details:not([open]) { grid-column: 2; justify-self: end }
.idea:target { outline: 3px solid var(--focus) }
.lines { white-space: pre-line } .said-by { font-weight: 400 !important; color: var(--soft) }
.idea-next { border: 1px solid var(--line); border-left: 6px solid var(--strong); border-radius: 0 6px 6px 0; padding: 2rem 2.4rem; margin-top: 1.6rem } .idea-next > h2 { margin-top: 0 } .idea-next > :last-child { margin-bottom: 0 }
.standings { list-style: none; padding: 0; margin: 0 0 1.6rem } .standings > li { padding: .2rem 0 .2rem 2.6rem !important; margin: 0 !important; text-indent: -2.6rem } .standings > li::before { display: inline !important; position: static !important }
.steps { list-style: none; padding: 0 0 0 2rem; margin: 0; border-left: 2px solid var(--edge); max-width: 76ch } .steps > li { margin: 0 0 1.6rem !important; padding: 0 !important; position: relative } .steps > li > p { margin: 0 } .steps > li::after { content: ""; position: absolute; left: -2.7rem; top: .7rem; width: 1.2rem; height: 1.2rem; border-radius: 50%; background: #fff; border: 3px solid var(--strong) }
.ballot { list-style: none; padding: 0; margin: 1.6rem 0; display: grid; gap: 1.2rem; max-width: none !important; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)) } .ballot > li { border: 1px solid var(--line); border-radius: 6px; padding: 1.2rem 1.6rem !important; margin: 0 !important } .ballot > li::before { content: none !important; display: none !important } .ballot .of { font-weight: 600; margin: 0 }
.scale { display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0 0 } .scale legend { font-size: 1.5rem; margin-bottom: .4rem } .scale label { position: relative; display: inline-flex; cursor: pointer } .scale input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0; cursor: pointer } .scale span:not(.sr-only) { min-width: 44px; min-height: 44px; display: inline-flex; align-items: center; justify-content: center; padding: 0 1rem; border: 1px solid var(--edge); border-radius: 6px; background: #fff } .scale input:checked + span { background: var(--strong); border-color: var(--strong); color: #fff; font-weight: 600; text-decoration: underline } .scale input[value=""]:checked + span { background: var(--ground); color: var(--ink); font-weight: 400 } .vote > form { margin-bottom: 1.6rem }
.scale input:focus-visible + span { outline: 3px solid var(--focus); outline-offset: 2px }
.versus { display: grid; gap: 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); max-width: 90rem } .versus legend { font-size: 1.9rem } .versus .button { padding: 3.2rem 1.6rem; font-size: 2rem; margin: 0; width: 100% }
.order tr.cut > * { border-bottom: 3px solid var(--strong) } .order .num { white-space: nowrap } .order th[scope=row] { min-width: 16rem; font-weight: 600 }
.matrix { margin: 2.4rem 0; display: grid; gap: 0 3.2rem; grid-template-columns: minmax(0, 44rem) } .matrix figcaption { grid-column: 1 / -1 } .matrix svg { width: 100%; height: auto } .matrix .ground { fill: var(--ground); stroke: var(--edge) } .matrix .best { fill: var(--mark) } .matrix .cross { stroke: var(--edge); stroke-dasharray: 4 4; fill: none } .matrix text { font-size: 14px; fill: var(--ink) } .matrix .spot { fill: var(--strong); stroke: #fff; stroke-width: 2 } .matrix .on { fill: #fff; font-weight: 600 } .key { padding-left: 2.4rem }
@media (min-width: 768px) { .matrix { grid-template-columns: minmax(0, 44rem) minmax(0, 1fr) } }
.pickgrid fieldset { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)) } .pickgrid legend, .pickgrid .form-hint, .pickgrid .form-error-message { grid-column: 1 / -1; margin: 0 } .pickgrid .pick { margin: 0; max-width: none }
.line { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0 1.6rem; flex: 1 1 100% } .line .form-group { margin-top: 0 } .line .form-group:has(input) { flex: 1 1 24rem } .line > .said { flex: 1 1 100% }
.big { font-size: 2.2rem } .big .lead { font-size: 2.8rem; max-width: none } .big h1 { font-size: 4.4rem !important } .big table { font-size: 2.2rem } .big .matrix text { font-size: 15px } .big .key { font-size: 2.2rem }
.found { border-left: 6px solid var(--strong); margin: 1.6rem 0 } .found > h2 { font-size: 1.9rem !important; margin: 0 0 .4rem }
@supports selector(:has(*)) { .decide .only { display: none } .decide form:has([name=choice][value=approve]:checked) .only.approve, .decide form:has([name=choice][value=select]:checked) .only.select { display: block } }
.spark path { fill: none; stroke: var(--strong); stroke-width: 2 } .spark circle { fill: var(--strong) } .bars .planned { fill: #fff; stroke: var(--edge) } .bars .recorded { fill: var(--strong) }
.measures .num { white-space: nowrap } .measures thead .num { white-space: normal; min-width: 12rem } .measures th[scope=row] { min-width: 16rem; font-weight: 600 } .measures tfoot > tr > * { border-top: 2px solid var(--ink); font-weight: 600 }
@media print { .unprinted, .mark, .crumbs { display: none !important } .notes { display: block; columns: 2 } .notes > li { margin-bottom: 1rem !important } }
`;
