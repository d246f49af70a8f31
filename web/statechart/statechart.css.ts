// The look of the statechart: strong where the network is, calm where it has been, dashed where it goes next.
export const STATECHART = `
.sc-whole { margin: 1.6rem 0 }
.sc { display: block; flex: none }
.sc text { font-family: inherit; fill: var(--ink) }
.sc-box { fill: #fff; stroke: var(--edge); stroke-width: 1.5px }
.sc-active .sc-box { fill: var(--strong); stroke: var(--strong) }
.sc-done .sc-box { fill: var(--mark); stroke: #a9c9c3 }
.sc-next .sc-box { stroke: var(--strong); stroke-width: 2.5px; stroke-dasharray: 7 4 }
.sc-waiting .sc-box { stroke: var(--line) }
.sc .sc-title { font-size: 15.5px; font-weight: 600 } .sc .sc-state { font-size: 13px; fill: var(--soft) }
.sc .sc-active .sc-title, .sc .sc-active .sc-state { fill: #fff } .sc .sc-next .sc-state { fill: var(--strong); font-weight: 600 }
.sc .sc-line, .sc .sc-mark { font-size: 13px }
.sc .sc-line.sc-heading { fill: var(--soft); font-weight: 600 }
.sc .sc-line.sc-met, .sc .sc-line.sc-open, .sc .sc-mark.sc-open { fill: var(--soft) }
.sc .sc-mark { font-weight: 700 } .sc .sc-mark.sc-met { fill: var(--strong) } .sc .sc-unmet { fill: var(--warm) }
.sc .sc-active .sc-line.sc-unmet { font-weight: 600 }
.sc-way { fill: none; stroke: var(--edge); stroke-width: 1.5px } .sc-head { fill: var(--edge) }
.sc-gate { fill: var(--warm-ground); stroke: #b36b00; stroke-width: 1.5px } .sc-gate.sc-ok { fill: #fff; stroke: var(--strong) }
.sc .sc-gatetext { font-size: 12px; font-weight: 700; text-anchor: middle; fill: var(--warm) } .sc .sc-gatetext.sc-ok { fill: var(--strong) }
.sc-loop { fill: none; stroke: #8a2a70; stroke-width: 1.5px } .sc-loophead { fill: #8a2a70 }
.sc .sc-looptext { font-size: 12.5px; text-anchor: middle; fill: #6f2159 }
.sc-narrow { display: none }
.sc-list { list-style: none; margin: 1.2rem 0; padding: 0; max-width: 76ch }
.sc-list > li { margin: 0 0 2.4rem; padding: 1rem 1.4rem; border: 1.5px solid var(--line); border-radius: 8px; position: relative }
.sc-list > li::before { content: none }
.sc-list > li + li::after { content: "↓"; position: absolute; top: -2.5rem; left: 1.6rem; line-height: 2.4rem; color: var(--edge) }
.sc-list > .sc-active { border: 2.5px solid var(--strong) } .sc-list > .sc-done { background: var(--mark); border-color: #a9c9c3 } .sc-list > .sc-next { border: 2.5px dashed var(--strong) }
.sc-list p { margin: 0 } .sc-list p.soft { margin-top: .6rem; font-size: 1.4rem }
.sc-list ul { margin: 0; padding: 0; list-style: none } .sc-list ul li { margin: .2rem 0 0; padding-left: 2.2rem }
@media (max-width: 640px) { .sc-wide { display: none } .sc-narrow { display: block } }
`;
