// The look of letters. What every mail program understands stands at each element; the sheet beside it only improves.

type Colours = Record<
  "ground" | "card" | "line" | "ink" | "soft" | "title" | "accent" | "button" | "onButton" | "badge",
  string
>;

/** The colours of letters by the reader's scheme. Every pair in `READ_TOGETHER` holds WCAG AA in both. */
export const PALETTE: Record<"light" | "dark", Colours> = {
  light: {
    ground: "#eef2f0",
    card: "#ffffff",
    line: "#d5dfdb",
    ink: "#1c2b2a",
    soft: "#4b5f5c",
    title: "#12302d",
    accent: "#0b5d57",
    button: "#0b5d57",
    onButton: "#ffffff",
    badge: "#7a4b00",
  },
  dark: {
    ground: "#101918",
    card: "#1a2625",
    line: "#3a4b49",
    ink: "#e6eeec",
    soft: "#b3c3c0",
    title: "#f2f7f6",
    accent: "#7fd1c5",
    button: "#7fd1c5",
    onButton: "#0a2a27",
    badge: "#f2c37a",
  },
};

/** Which colour is read on which. */
export const READ_TOGETHER: readonly (readonly [keyof Colours, keyof Colours])[] = [
  ["ink", "card"],
  ["soft", "card"],
  ["soft", "ground"],
  ["title", "card"],
  ["accent", "card"],
  ["badge", "card"],
  ["onButton", "button"],
];

const { light, dark } = PALETTE;

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The style of each element, by what it is. */
export const STYLE = {
  body: `margin:0;padding:0;background:${light.ground};color:${light.ink};${FONT};font-size:17px;line-height:1.5`,
  outer: `background:${light.ground};padding:20px 12px`,
  card: `max-width:600px;background:${light.card};border-top:6px solid ${light.accent};border-radius:4px;text-align:left`,
  inner: `padding:24px 20px 28px;${FONT};font-size:17px;line-height:1.5;color:${light.ink}`,
  badge: `display:inline-block;margin:0 0 12px;padding:2px 10px;border:2px solid ${light.badge};border-radius:3px;color:${light.badge};font-size:14px;font-weight:700;letter-spacing:.04em`,
  title: `margin:0 0 16px;font-size:25px;line-height:1.25;font-weight:700;color:${light.title};overflow-wrap:anywhere`,
  section: `margin:0;padding:22px 0 18px;border-top:1px solid ${light.line}`,
  heading: `margin:0 0 6px;font-size:20px;line-height:1.3;font-weight:700;color:${light.title};overflow-wrap:anywhere`,
  paragraph: "margin:0 0 14px;overflow-wrap:anywhere",
  rows: `width:100%;margin:20px 0;border-collapse:collapse;border-top:1px solid ${light.line}`,
  label: `width:30%;padding:9px 12px 9px 0;border-bottom:1px solid ${light.line};text-align:left;vertical-align:top;font-weight:400;font-size:15px;color:${light.soft}`,
  value: `padding:9px 0;border-bottom:1px solid ${light.line};vertical-align:top;font-size:16px;font-weight:600;white-space:pre-line;overflow-wrap:anywhere`,
  actions: "margin:24px 0 0",
  // Outlook for Windows knows the padding of cells only, so the button is one.
  choice: "display:inline-table;margin:0 8px 8px 0;border-collapse:separate",
  button: `padding:0;background:${light.button};border-radius:4px;text-align:center;mso-padding-alt:12px 22px`,
  link: `display:block;padding:12px 22px;color:${light.onButton};font-weight:700;text-decoration:none`,
  elsewhere: "margin:4px 0 0",
  plainLink: `display:inline-block;padding:10px 0;color:${light.accent};font-weight:600`,
  footer: `max-width:560px;margin:16px auto 0;padding:0 8px;${FONT};font-size:14px;line-height:1.45;color:${light.soft};text-align:left;overflow-wrap:anywhere`,
};

/** Dark colours where the reader's screen is dark, and buttons as wide as a narrow screen. By the elements' classes. */
export const SHEET = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (max-width: 480px) {
  .choice { display: block !important; width: 100% !important; margin-right: 0 !important }
  .choice tbody, .choice tr, .button { display: block !important; width: 100% !important }
}
@media (prefers-color-scheme: dark) {
  .ground { background: ${dark.ground} !important }
  .card { background: ${dark.card} !important; border-top-color: ${dark.accent} !important }
  .ink { color: ${dark.ink} !important }
  .title { color: ${dark.title} !important }
  .soft { color: ${dark.soft} !important }
  .line { border-color: ${dark.line} !important }
  .badge { color: ${dark.badge} !important; border-color: ${dark.badge} !important }
  .button { background: ${dark.button} !important }
  .onButton { color: ${dark.onButton} !important }
  .accent { color: ${dark.accent} !important }
}
`;
