// The look of the pages: one inline sheet, named in their policy by its hash. Phone first; dark where the reader's machine is.
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2b2a; --soft: #4b5f5c; --line: #c3d0cc; --edge: #6b7f7b; --strong: #0b5d57; --on: #fff; --ground: #eef2f0; --card: #fff; --mark: #e3f1ee; --wrong: #9b1c1c; --alarm: #fbeceb; --focus: #1769aa }
@media (prefers-color-scheme: dark) { :root { --ink: #e8efed; --soft: #adbfbb; --line: #3a4b48; --edge: #8fa39f; --strong: #7fd4c8; --on: #06231f; --ground: #101a19; --card: #182523; --mark: #1f3733; --wrong: #ffb0a8; --alarm: #3a1f1d; --focus: #8cc8ff } }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif }
a { color: var(--strong) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.bar { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 16px; max-width: 640px; margin: 0 auto; padding: 4px 16px }
.bar span { font-weight: 700; color: var(--strong) }
.bar a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 4px }
main { max-width: 640px; margin: 0 auto 48px; padding: 22px 16px 26px; border-top: 6px solid var(--strong); background: var(--card); overflow-wrap: anywhere }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.2 }
h2 { margin: 30px 0 10px; font-size: 20px; line-height: 1.3 }
p { margin: 0 0 12px }
.hello { margin: 0 0 10px; color: var(--soft) }
dl + dl { margin-top: 0; border-top: 0 }
.note, .round { margin-top: 14px }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.soft { color: var(--soft); font-size: 16px }
dl { margin: 14px 0 0; border-top: 1px solid var(--line) }
dl div { padding: 8px 0; border-bottom: 1px solid var(--line) }
dt { color: var(--soft); font-size: 15px }
dd { margin: 0; white-space: pre-line }
.said { margin: 18px 0 0; padding: 12px 14px; border-left: 5px solid var(--strong); background: var(--mark) }
.said.wrong { border-color: var(--wrong); background: var(--alarm) }
.said dl { margin: 0 0 12px }
.said p:last-child, .said ul:last-child { margin-bottom: 0 }
.said strong { font-size: 18px }
.said li a { display: inline-block; padding: 10px 0; color: inherit }
.said ul { margin: 0; padding-left: 20px }
.quote { white-space: pre-line }
form { margin: 0 }
fieldset { margin: 0 0 18px; padding: 0; border: 0; min-width: 0 }
legend, .label { display: block; margin: 0 0 8px; padding: 0; font-weight: 600 }
.hint { display: block; margin: 0 0 8px; color: var(--soft); font-size: 15px; font-weight: 400 }
.error { display: block; margin: 0 0 8px; color: var(--wrong); font-size: 16px; font-weight: 600 }
.field { margin: 0 0 18px }
input[type=text], input[type=date], textarea { display: block; width: 100%; min-height: 48px; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 4px; background: var(--card); color: var(--ink); font: inherit }
textarea { min-height: 130px; resize: vertical }
input[aria-invalid=true], textarea[aria-invalid=true] { border: 2px solid var(--wrong) }
.pick { display: flex; gap: 12px; align-items: flex-start; min-height: 52px; margin: 0 0 8px; padding: 12px 14px; border: 1px solid var(--edge); border-radius: 6px; cursor: pointer }
.pick:has(:checked) { border: 2px solid var(--strong); padding: 11px 13px; background: var(--mark) }
.pick input { flex: none; width: 22px; height: 22px; margin: 2px 0 0; accent-color: var(--strong) }
.pick b { display: block }
.pick small { display: block; color: var(--soft); font-size: 15px }
.only { display: block }
@supports selector(:has(*)) {
  .only { display: none }
  form:has([name=choice][value=approve]:checked) .only.approve, form:has([name=choice][value=select]:checked) .only.select { display: block }
}
button { display: block; width: 100%; min-height: 52px; margin: 0 0 10px; padding: 10px 18px; border: 2px solid var(--strong); border-radius: 6px; background: var(--card); color: var(--strong); font: inherit; font-weight: 600; cursor: pointer }
button.main { background: var(--strong); color: var(--on) }
footer { margin: 26px 0 0; padding: 14px 0 0; border-top: 1px solid var(--line); color: var(--soft); font-size: 15px }
footer p:last-child { margin: 0 }
@media (min-width: 700px) { body { padding: 12px 0 } main { padding: 30px 36px 34px; border-radius: 4px } .bar { padding: 4px 4px } }
@media (prefers-reduced-motion: no-preference) { button, .pick { transition: background-color .12s } }
@media print { .bar a, form { display: none } }
`;
