// What the pages look like beyond the design system: its neutral theme in our colour, our frame, and a few parts it lacks.
export const SITE = `
:root { --ink: #1a1a1a; --soft: #525252; --line: #d5dfdb; --edge: #6b7f7b; --strong: #0b5d57; --strong-dark: #07403c; --mark: #e3f1ee; --ground: #f4f7f6; --wrong: #9b1c1c; --alarm: #fbeceb; --warm: #7a4b00; --warm-ground: #fff3dc; --focus: #1769aa }
html { scroll-padding-top: 1.6rem }
body { color: var(--ink); background: #fff; overflow-wrap: anywhere }
main { min-height: 60vh; padding-bottom: 6.4rem }
main a:not(.button), .crumbs a, .foot a { color: var(--strong); text-decoration: underline; text-underline-offset: .2em }
main a:not(.button):hover { color: var(--strong-dark); text-decoration-thickness: 2px }
:focus-visible, a:focus-visible, .button:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--focus) !important; outline-offset: 2px }
.button { min-height: 44px !important; border-radius: 6px; white-space: normal; height: auto; max-width: 100% }
.button.button-primary { background-color: var(--strong); border-color: var(--strong) }
.button.button-primary:hover, .button.button-primary:active { background-color: var(--strong-dark); border-color: var(--strong-dark) }
.button.button-secondary { border-color: var(--strong); color: var(--strong); background: #fff }
.button.button-secondary:hover { background: var(--mark) }
.button.small { padding: .4rem 1.2rem }
h1 { font-size: 3.2rem !important; margin: 2.4rem 0 .8rem }
h2 { font-size: 2.2rem !important; margin: 4rem 0 1.2rem }
h3 { font-size: 1.8rem !important; margin: 2.4rem 0 .8rem }
h1, h2, h3, .what, .rows a { hyphens: auto }
h1 + p.lead, .lead { font-size: 1.9rem; line-height: 1.5; color: var(--soft); max-width: 60ch; margin-top: 0 }
.soft { color: var(--soft) }
.num { font-variant-numeric: tabular-nums; text-align: right }
.skip { position: absolute; left: -999px; top: 0; z-index: 10; padding: 1.2rem 1.6rem; background: #fff; color: var(--strong) }
.skip:focus { left: .8rem; top: .8rem }
.top { border-top: 6px solid var(--strong); border-bottom: 1px solid var(--line); background: #fff }
.top .container { display: flex; flex-wrap: wrap; align-items: center; gap: 0 2.4rem }
.top li, .sub li, .foot li, .rows > li, .cards > li, .marks li { padding-left: 0 !important; margin: 0 !important }
.top li::before, .sub li::before, .foot li::before, .rows > li::before, .cards > li::before, .marks li::before { content: none !important; display: none !important }
.brand { font-weight: 700; font-size: 2rem; color: var(--strong) !important; text-decoration: none !important; display: inline-flex; align-items: center; min-height: 56px }
.top nav ul, .sub ul { display: flex; flex-wrap: wrap; gap: 0 .4rem; list-style: none; margin: 0; padding: 0; max-width: none !important }
.top nav { flex: 1 1 auto }
.top nav a, .sub a, .who a, .who button { display: inline-flex; align-items: center; min-height: 44px; padding: 0 1rem; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; background: none; font: inherit; cursor: pointer }
.top nav a:hover, .sub a:hover, .who a:hover, .who button:hover { text-decoration: underline; color: var(--strong) }
.top nav a[aria-current], .sub a[aria-current] { border-bottom-color: var(--strong); font-weight: 600; color: var(--strong) }
.who { display: flex; flex-wrap: wrap; align-items: center; margin-left: auto }
.sub { background: var(--ground); border-bottom: 1px solid var(--line) }
.sub p { margin: 0; padding: 1rem 0 0; font-weight: 600; max-width: none }
.sub p a { color: var(--ink); border: 0; padding: 0; min-height: 0 }
@media (max-width: 767px) {
  .top nav { order: 3; flex-basis: 100% } .top nav ul, .who { margin-left: -.8rem } .who { margin-left: auto } .who a, .who button, .top nav a { padding: 0 .8rem } .who { font-size: 1.5rem; margin-right: -.8rem } .top .container { gap: 0 }
  .sub .container { padding-right: 0 } .sub ul { flex-wrap: nowrap; overflow-x: auto; margin-left: -1rem; scrollbar-width: thin; -webkit-mask-image: linear-gradient(to right, #000 calc(100% - 4rem), transparent); mask-image: linear-gradient(to right, #000 calc(100% - 4rem), transparent) } .sub ul::after { content: ""; flex: none; width: 3.6rem }
  .sub li { flex: none } .sub a { white-space: nowrap } .sub a:focus-visible { outline-offset: -3px }
  .sub p { padding-top: .6rem }
}
.crumbs { padding-top: .8rem; margin: 0; font-size: 1.5rem } .crumbs + h1 { margin-top: .4rem }
.foot { border-top: 1px solid var(--line); background: var(--ground); padding: 2.4rem 0; font-size: 1.5rem }
.foot ul { display: flex; flex-wrap: wrap; gap: .4rem 2.4rem; list-style: none; margin: 0; padding: 0 }
.foot a { display: inline-flex; min-height: 44px; align-items: center }
.said { margin: 2.4rem 0; padding: 1.6rem 2rem; border-left: 6px solid var(--strong); background: var(--mark); border-radius: 0 6px 6px 0; max-width: 76ch }
.said.wrong { border-color: var(--wrong); background: var(--alarm) }
.said.warm { border-color: #b36b00; background: var(--warm-ground) }
.said > :first-child { margin-top: 0 } .said > :last-child { margin-bottom: 0 }
.said h2 { margin: 0 0 .4rem; font-size: 1.9rem !important }
.card { height: auto; margin: 0; padding: 1.6rem 2rem; overflow: visible; display: block }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); gap: 1.6rem; list-style: none; padding: 0; margin: 1.6rem 0; max-width: none !important }
.cards > li { margin: 0 }
.card > :first-child { margin-top: 0 } .card > :last-child { margin-bottom: 0 }
.cols { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 4.8rem }
@media (min-width: 992px) { .cols { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) } }
.rows { list-style: none; margin: 1.2rem 0 0; padding: 0; border-top: 1px solid var(--line); max-width: 92rem !important }
.rows > li { display: flex; flex-wrap: wrap; align-items: center; gap: .8rem 2rem; margin: 0; padding: 1.2rem 0; border-bottom: 1px solid var(--line) }
.rows > li > .what { flex: 1 1 28rem; min-width: 0 }
.rows .what > :first-child { margin: 0; font-weight: 600 } .rows .what p { margin: .2rem 0 0 }
.rows form, .inline { display: inline-flex; flex-wrap: wrap; gap: .8rem; margin: 0 }
.pill { display: inline-block; padding: .1rem .9rem; border-radius: 1.2rem; border: 1px solid var(--edge); font-size: 1.4rem; line-height: 2rem; color: var(--ink); background: #fff; white-space: nowrap }
.pill.strong { background: var(--strong); border-color: var(--strong); color: #fff }
.pill.warm { background: var(--warm-ground); border-color: #b36b00; color: var(--warm) }
.pill.wrong { background: var(--alarm); border-color: var(--wrong); color: var(--wrong) }
.facts { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: .4rem 2.4rem; margin: 1.6rem 0 }
.facts dt { color: var(--soft); font-weight: 400 } .facts dd { margin: 0; white-space: pre-line }
@media (max-width: 575px) { .facts { grid-template-columns: 1fr; gap: 0 } .facts dd { margin-bottom: 1rem } }
.scroll { overflow-x: auto; max-width: 100%; position: relative }
.table { width: 100%; margin: 1.2rem 0 } .table th, .table td { vertical-align: top; text-align: left } .table .num { text-align: right }
@media (max-width: 640px) {
  .stacked { border: 0 !important; border-top: 1px solid var(--line) !important } .stacked, .stacked tbody, .stacked tr, .stacked th, .stacked td { display: block; width: auto } .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .stacked tbody tr { padding: 1.2rem 0; border-bottom: 1px solid var(--line); background: none !important } .stacked tbody :is(th, td) { padding: .2rem 0 !important; border: 0 !important; background: none !important } .stacked tbody td:empty { display: none } .stacked details { display: inline-block; vertical-align: top; margin: 0 } .stacked summary { min-height: 0; padding: 1rem 0 } .stacked td:has(details)::before { line-height: 4.4rem }
  .stacked [data-label]::before { content: attr(data-label) ": "; content: attr(data-label) ": " / ""; color: var(--soft); font-weight: 400 }
}
.form-input, .form-select { max-width: 60rem; min-height: 48px } textarea.form-input { min-height: 8rem; height: auto }
.form-input[aria-invalid=true] { border: 2px solid var(--wrong) }
.form-hint { color: var(--soft) }
.form-error-message { color: var(--wrong) }
.pick { display: flex; gap: 1.2rem; align-items: flex-start; min-height: 44px; margin: 0 0 .8rem; padding: 1rem 1.4rem; border: 1px solid var(--edge); border-radius: 6px; cursor: pointer; max-width: 60rem; background: #fff }
.pick:has(:checked) { border-color: var(--strong); box-shadow: inset 0 0 0 1px var(--strong); background: var(--mark) }
.pick input { flex: none; width: 2.2rem; height: 2.2rem; margin: .1rem 0 0; accent-color: var(--strong); position: static; opacity: 1; appearance: auto }
.pick small { display: block; color: var(--soft); font-size: 1.5rem }
fieldset { border: 0; padding: 0; margin: 2.4rem 0 0; min-width: 0 }
legend { padding: 0; margin-bottom: .8rem; font-weight: 600; font-size: 1.6rem }
details { margin: 1.6rem 0; max-width: 100% } summary { cursor: pointer; min-height: 44px; display: inline-flex; align-items: center; color: var(--strong); font-weight: 600 } summary::before { content: "▸"; margin-right: .8rem } details[open] > summary::before { content: "▾" } summary > :is(h2, h3) { margin: 0 } .rows + details { margin: .4rem 0 0 } details > .rows:first-of-type { margin-top: .4rem }
.empty { padding: 2rem; border: 1px dashed var(--edge); border-radius: 6px; color: var(--soft); max-width: 66ch }
.rehearse a { color: var(--ink); text-decoration: underline; text-underline-offset: .2em } .rehearse { background: var(--warm-ground); border-bottom: 2px solid #b36b00; padding: 1rem 0 }
main li.met, main li.unmet { padding-left: 2.4rem } .met::before { content: "✓ "; color: var(--strong); font-weight: 700 } .unmet::before { content: "○ "; color: var(--warm); font-weight: 700 }
.grid2 { display: grid; gap: 0 2.4rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); max-width: 90rem }
.grid2 .form-group { margin-top: 2.4rem }
@media print { .top, .sub, .foot, .skip, form, .button { display: none !important } main { padding: 0 } a { text-decoration: none !important; color: inherit !important } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important } }
`;
