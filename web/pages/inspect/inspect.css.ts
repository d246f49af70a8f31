// The look of a machine's states: those it is in are lit, and say so in words too.
export const INSPECT_CSS = `
.states { list-style: none; display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0; padding: 0; max-width: none !important }
.states > li { margin: 0 !important; padding: .3rem 1rem !important; border: 1px solid var(--line); border-radius: 6px; font-size: 1.4rem; color: var(--soft); background: #fff }
.states > li::before { content: none !important; display: none !important }
.states > .lit { background: var(--strong); border-color: var(--strong); color: #fff; font-weight: 600 }
.scrub { display: flex; flex-wrap: wrap; gap: .8rem 1.2rem; align-items: end; margin: 1.6rem 0 }
.scrub .form-group { margin-top: 0; flex: 1 1 24rem; max-width: 72rem } .scrub input[type=range] { width: 100%; min-height: 44px }
.parts { columns: 3 28rem; column-gap: 3.2rem } .parts > details { break-inside: avoid; margin: 0 }
.inspect td, .inspect th { vertical-align: top }
.inspect td ul { margin: 0; padding: 0; list-style: none } .inspect td li::before { content: none }
.inspect p code, .inspect dd code { overflow-wrap: anywhere } .inspect td code { white-space: nowrap }
`;
