// The look of the printed table: one inline sheet, for A4 across and for a screen.
export const STYLE = `
@page { size: A4 landscape; margin: 12mm 12mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #4b5f5c } }
:root { color-scheme: light; --ink: #1c2b2a; --soft: #4b5f5c; --line: #b9c7c2; --green: #0b5d57; --tint: #eef4f2; --rest: #f3f1ea }
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: #fff; font: 15px/1.4 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; print-color-adjust: exact; -webkit-print-color-adjust: exact }
main { max-width: 1180px; margin: 0 auto; padding: 24px 20px 48px }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.2; color: #12302d; overflow-wrap: anywhere }
h2 { margin: 24px 0 6px; font-size: 17px; break-after: avoid }
.lead { margin: 0 0 4px; max-width: 70ch }
.about { margin: 0 0 16px; color: var(--soft) }
td.phase .facts { display: inline-block }
.facts { font-size: 13px; color: var(--soft) }
.text { white-space: pre-line }
table { width: 100%; border-collapse: collapse; table-layout: fixed; border-bottom: 2px solid var(--green) }
caption { text-align: left; padding: 0 0 6px; color: var(--soft); font-size: 13px }
thead { display: table-header-group }
thead th { background: var(--green); color: #fff; font-size: 14px; border: 0 }
th, td { padding: 6px 10px; text-align: left; vertical-align: top; font-weight: 400; overflow-wrap: anywhere }
tbody { break-inside: avoid; border-top: 1.5px solid var(--green) }
tr { break-inside: avoid }
tbody.long, tbody.long tr { break-inside: auto }
tbody.long td:not([rowspan]) { break-inside: avoid }
tbody tr + tr > td { border-top: 1px solid var(--line) }
tbody th, td.phase { background: var(--tint) }
.rest th, .rest td { background: var(--rest) }
.when { width: 17% }
.phases { width: 18% }
.done { width: 24% }
.time { display: block; font-weight: 700; color: #12302d }
.small { display: block; font-size: 13px; color: var(--soft) }
td p { margin: 0 }
td.phase p + p { margin-top: 6px }
.kind { font-size: 12px; letter-spacing: .02em; color: var(--soft); border: 1px solid var(--line); border-radius: 3px; padding: 0 5px; margin-right: 6px; white-space: nowrap; background: #fff }
.meeting .title, .decision .title { font-weight: 700 }
.session td { padding-left: 30px }
.session td.carried { padding-left: 10px }
.cancelled { text-decoration: line-through }
ul { margin: 2px 0 0; padding-left: 20px }
.notes { columns: 2; column-gap: 32px; padding-left: 20px; font-size: 14px }
.notes li { break-inside: avoid; margin: 0 0 4px }
@media print { body { font-size: 10pt } main { max-width: none; padding: 0 } h1 { font-size: 17pt } .small, .facts, caption { font-size: 8.5pt } .kind { font-size: 8pt } th, td { padding: 3pt 6pt } }
@media (max-width: 640px) { main { padding: 16px 10px 32px } body { font-size: 14px } th, td { padding: 6px; hyphens: auto } .session td { padding-left: 16px } .notes { columns: 1 } .kind { white-space: normal } }
`;
