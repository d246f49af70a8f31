// What the pages of a new network look like beyond the frame's.
export const FRESH_CSS = `
.wizard { display: flex; flex-wrap: wrap; gap: .4rem .8rem; list-style: none; padding: 0; margin: 2.4rem 0 0; max-width: none !important; counter-reset: none }
.wizard > li { margin: 0 !important; padding: 0 !important } .wizard > li::before { content: none !important }
.wizard a { display: inline-flex; align-items: center; gap: .8rem; min-height: 44px; padding: 0 1.2rem 0 .6rem; border-radius: 2.4rem; text-decoration: none !important; color: var(--ink) !important }
.wizard a:hover .name { text-decoration: underline }
.wizard .number { display: inline-flex; align-items: center; justify-content: center; width: 3rem; height: 3rem; border-radius: 50%; border: 2px solid var(--edge); font-size: 1.5rem; font-weight: 600; background: #fff }
.wizard .filled .number { border-color: var(--strong); color: var(--strong) }
.wizard [aria-current] { background: var(--mark) } .wizard [aria-current] .name { font-weight: 600 }
.wizard [aria-current] .number { background: var(--strong); border-color: var(--strong); color: #fff }
@media (max-width: 767px) { .wizard { gap: 0; justify-content: space-between } .wizard a { padding: 0 .7rem } .wizard a:not([aria-current]) .name { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap } }
.ways { display: flex; flex-wrap: wrap; gap: 1.2rem; margin-top: 3.2rem }
.cards > li.card { padding: 1.6rem 2rem !important }
.programmes .card { display: flex; flex-direction: column; border: 1px solid var(--line); border-radius: 6px; box-shadow: none }
.programmes .card.chosen { border: 2px solid var(--strong) }
.programmes .card > form { margin-top: auto; padding-top: 1.2rem }
.programmes h3 { margin-top: 1.6rem } .programmes p { margin: .4rem 0 }
.thumb { display: block; margin: -1.6rem -2rem 0; border-bottom: 1px solid var(--line); background: #fff; border-radius: 6px 6px 0 0; overflow: hidden }
.thumb img { display: block; width: 100%; height: 17rem; object-fit: contain }
.cards.two { grid-template-columns: repeat(auto-fit, minmax(min(100%, 34rem), 1fr)); margin-top: 3.2rem }
.cards.two .card { border: 1px solid var(--line); border-radius: 6px; box-shadow: none }
.cards.two h2 { margin: 0 0 .8rem }
.flags { list-style: none; padding: 0; margin: 2.4rem 0 0; max-width: none !important }
.flags > li { margin: 0 0 1.6rem !important; padding: 1.6rem 2rem !important; border: 1px solid var(--line); border-radius: 6px } .flags > li::before { content: none !important }
.flags fieldset { margin: 0 } .flags legend { font-size: 1.8rem; margin: 0 0 .4rem }
.flags p { margin: .4rem 0 } .flags .grid2 .form-group { margin-top: 1.2rem }
.pills { display: flex; flex-wrap: wrap; gap: .6rem } .pills .pill, .pill { white-space: normal }
.letters > li { display: block; padding: 0 } .letters > li > details { margin: 0 }
.letter > summary { display: flex; width: 100%; padding: .8rem 0; font-weight: 400; color: var(--ink) } .letter > summary .what { display: flex; flex-wrap: wrap; flex: 1; gap: .2rem 2.4rem; justify-content: space-between; min-width: 0 } .letter > summary .what > :first-child { font-weight: 600 }
.mail { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .8rem 0 2rem; padding: 1.6rem 2rem; background: var(--ground); border: 1px solid var(--line); border-radius: 6px; max-width: 70ch }
code { overflow-wrap: anywhere }
.log { list-style: none; margin: 0; padding: 0 0 0 1.6rem; border-left: 3px solid var(--line); max-width: none !important } .log > li { margin: 0 !important; padding: .3rem 0 !important } .log > li::before { content: none !important }
.moves { display: flex; flex-wrap: wrap; gap: 1.2rem; margin: 1.6rem 0 } .clock { font-size: 2rem; font-weight: 600; margin: .8rem 0 }
.rehearse .container { display: flex; flex-wrap: wrap; gap: .8rem 1.6rem; align-items: center } .rehearse p { margin: 0; flex: 1 1 30rem; max-width: none }
@media print { .wizard, .ways { display: none } }
`;
