// The look of the mailbox: one inline sheet, named in the page's policy by its hash.
export const STYLE = `
:root { color-scheme: light; --ink: #1c2b2a; --soft: #4b5f5c; --line: #d5dfdb; --green: #0b5d57; --ground: #eef2f0 }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
a { color: var(--green) }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid #1769aa; outline-offset: 2px }
.bar { display: flex; justify-content: space-between; gap: 16px; padding: 12px 20px; background: var(--green); color: #fff }
.bar span { font-weight: 700 }
.bar a { color: #fff }
main { max-width: 980px; margin: 0 auto; padding: 28px 20px 56px }
h1 { margin: 0 0 8px; font-size: 30px; line-height: 1.2; color: #12302d; overflow-wrap: anywhere }
.lead { margin: 0 0 24px; color: var(--soft) }
form { display: flex; flex-wrap: wrap; align-items: center; gap: 10px }
label { font-weight: 600 }
input[type=search] { flex: 1 1 200px; max-width: 340px; min-width: 0; padding: 9px 12px; border: 1px solid #6b7f7b; border-radius: 4px; background: #fff; font: inherit }
button { padding: 9px 20px; border: 0; border-radius: 4px; background: var(--green); color: #fff; font: inherit; font-weight: 600; cursor: pointer }
.count { margin: 18px 0 8px; font-size: 15px; color: var(--soft) }
.empty { padding: 36px 20px; border-radius: 4px; background: #fff; text-align: center; color: var(--soft) }
table { width: 100%; border-collapse: collapse; border-radius: 4px; background: #fff }
th, td { padding: 12px 16px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere }
th { font-size: 14px; font-weight: 600; color: var(--soft) }
tbody tr:hover { background: #f6f9f8 }
tbody tr:last-child td { border-bottom: 0 }
td:nth-child(1) { font-weight: 600 }
td:nth-child(n + 2) { font-size: 15px }
td:nth-child(2) { width: 28% }
td:nth-child(3), th:nth-child(3) { width: 11.5em; white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--soft) }
td .languages { display: flex; gap: 20px; font-weight: 400 }
td .languages a, .further a { display: inline-block; padding: 9px 0 }
nav { display: flex; justify-content: center; gap: 20px; margin-top: 20px }
.back { margin: 0 0 16px }
dl { margin: 0 0 20px }
dl div { display: flex; gap: 12px; padding: 2px 0 }
dt { flex: 0 0 5.5em; color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
iframe { display: block; width: 100%; height: 760px; margin: 0 0 20px; border: 1px solid var(--line); border-radius: 4px; background: #fff; resize: vertical }
details { margin: 0 0 12px; border: 1px solid var(--line); border-radius: 4px; background: #fff }
summary { padding: 11px 16px; font-weight: 600; cursor: pointer }
pre { margin: 0; padding: 4px 16px 16px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font: 15px/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace }
@media (max-width: 640px) {
  main { padding: 20px 12px 40px }
  h1 { font-size: 25px }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  table, tbody, tr, td { display: block }
  td, td:nth-child(n) { width: auto; padding: 0 14px; border: 0 }
  tr { padding: 12px 0; border-bottom: 1px solid var(--line) }
  tbody tr:last-child { border-bottom: 0 }
  td:nth-child(n + 2) { color: var(--soft) }
}
`;
