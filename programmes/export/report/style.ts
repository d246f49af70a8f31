// The look of a report: one inline sheet, for A4 and for a screen. The plan's table stands on pages across.
import { STYLE } from "../html-style.ts";

export const REPORT_STYLE = `${STYLE}
@page { size: A4 portrait; margin: 18mm 17mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #4b5f5c } }
@page across { size: A4 landscape; margin: 12mm 12mm 15mm }
main { max-width: 860px }
.cover { border-bottom: 3px solid var(--green); padding-bottom: 12px; margin-bottom: 18px }
.eyebrow { margin: 0 0 4px; color: var(--green); font-weight: 700; letter-spacing: .04em; font-size: 14px }
.status { margin: 8px 0 0; font-weight: 600 }
.about { margin: 0 }
section { margin: 0 0 26px }
section > h2 { margin: 0 0 8px; font-size: 20px; color: #12302d; break-after: avoid }
h3 { margin: 14px 0 4px; font-size: 16px; color: #12302d; break-after: avoid }
h4 { margin: 8px 0 2px; font-size: 14px; break-after: avoid }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(82px, 1fr)); gap: 8px; margin: 0 0 14px; padding: 0; list-style: none }
.tiles li { border: 1px solid var(--line); border-top: 3px solid var(--green); background: var(--tint); border-radius: 3px; padding: 6px 7px; break-inside: avoid }
.tiles b { display: block; font-size: 24px; line-height: 1.1; color: #12302d }
.tiles span { font-size: 13px; color: var(--soft); overflow-wrap: anywhere }
.lines { margin: 0 0 8px; padding-left: 20px }
.lines li { margin: 0 0 3px; break-inside: avoid }
.brief h3:first-of-type { margin-top: 0 }
section:not(.plan) table { table-layout: auto; margin: 0 0 8px }
section td.number { white-space: nowrap }
section td.number, section th.number { text-align: right; font-variant-numeric: tabular-nums }
section:not(.plan) tbody { break-inside: auto }
section:not(.plan) :is(th, td) { overflow-wrap: break-word }
section:not(.plan) tbody tr + tr > th { border-top: 1px solid var(--line) }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 24px; align-items: start }
section tbody th { background: transparent; font-weight: 600 }
section tfoot { display: table-row-group }
section tfoot td, section tfoot th { border-top: 1.5px solid var(--green); font-weight: 700 }
.plain { font-weight: 400 }
section.whole { break-inside: avoid }
.nowrap { white-space: nowrap }
.phase-box { border-left: 3px solid var(--line); padding: 0 0 2px 12px; margin: 0 0 12px; break-inside: avoid }
.phase-box h3 { margin: 0 }
.phase-box p { margin: 0 0 3px }
.late { color: #8a3b12; font-weight: 600 }
.idea { border: 1px solid var(--line); border-left: 5px solid var(--line); border-radius: 3px; padding: 8px 14px 10px; margin: 0 0 12px; break-inside: avoid }
.idea h3 { margin: 0 }
.idea.approved { border-left-color: var(--green) }
.idea.discarded { border-left-color: #8a3b12 }
.idea.underway { border-left-color: #a77b10 }
.idea p { margin: 2px 0 }
.idea .fate { font-weight: 700 }
dl { margin: 4px 0 0; display: grid; grid-template-columns: 12.5em minmax(0, 1fr); gap: 1px 12px }
dt { color: var(--soft) }
dd { margin: 0 }
.criterion { break-inside: avoid; display: grid; grid-template-columns: minmax(0, 1fr) 230px; gap: 4px 12px; align-items: start; margin: 0 0 14px }
.criterion h3 { grid-column: 1 / -1; margin: 4px 0 0 }
.criterion table { font-size: 14px }
.criterion.plain { grid-template-columns: minmax(0, 1fr) }
svg { display: block; max-width: 100%; height: auto }
svg text { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; fill: #1c2b2a }
svg .value { font-size: 9.5px; fill: #4b5f5c }
.axis { stroke: #4b5f5c; stroke-width: 1 }
.bar { fill: #0b5d57; stroke: #0b5d57; stroke-width: .6 }
.bar.p0 { fill: #d5e4e0 }
.bar.p1 { fill: #79aaa3 }
.criterion thead th { font-size: 13px }
.criterion tbody th { white-space: nowrap }
.outcome { min-width: 9em }
.brief .lead { max-width: none }
.brief h3 + p { margin: 2px 0 6px }
.brief section { margin-bottom: 14px }
.brief h3 { margin-top: 10px }
.keys { break-after: avoid; list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0 0 8px; padding: 0; font-size: 13px }
.keys svg { display: inline-block; vertical-align: -2px; margin-right: 5px }
.names { font-size: 14px; color: var(--soft) }
@media print { main { max-width: none } .brief { break-after: page } .plan { page: across } section > h2 { font-size: 15pt } h3 { font-size: 11.5pt } h4 { font-size: 10pt } .tiles b { font-size: 18pt } .tiles span { font-size: 8.5pt } .names, .keys { font-size: 8.5pt } .criterion table { font-size: 9pt } .criterion thead th { font-size: 8.5pt } .criterion :is(th, td) { padding: 2.5pt 5pt } .brief section { margin-bottom: 4mm } .cover { margin-bottom: 4mm } .eyebrow { font-size: 10pt } section { margin-bottom: 8mm } }
@media (max-width: 640px) { section:not(.plan) :is(th, td) { overflow-wrap: anywhere; padding: 5px } section td.number, .nowrap { white-space: normal } .outcome { min-width: 0 } .criterion tbody th { white-space: normal } .beside, .criterion { grid-template-columns: minmax(0, 1fr) } dl { grid-template-columns: minmax(0, 1fr) } dd { margin-bottom: 4px } }
`;
