// The commands about calendars to subscribe to.
import { KEY, NETWORK, type CommandSpec } from "./surface-parts.ts";

export const FEED_COMMANDS: CommandSpec[] = [
  {
    path: "network feed",
    args: NETWORK,
    options: {
      "--person <email>": {
        da: "hvis kalender (standard: adgangsnøglens egen person)",
        en: "whose calendar (default: the token's own person)",
      },
      "--whole": {
        da: "hele netværket, så længe personen leder det",
        en: "the whole network, for as long as the person leads it",
      },
      "--leave-out-fuzzy": { da: "uden det, der ikke har en dag endnu", en: "without what has no day yet" },
      "--key <key>": KEY,
    },
    about: {
      da: "lav en kalenderadresse at abonnere på; den vises kun nu",
      en: "make the address of a calendar to subscribe to; it is shown only now",
    },
    example: "npx fremdrift network feed innovationsnetvaerk-1 --person leder@kommune.example",
    load: () => import("./network/feed.ts"),
  },
  {
    path: "network feeds",
    args: NETWORK,
    about: {
      da: "vis de kalendere, der abonneres på, uden deres adresser",
      en: "list the calendars that are subscribed to, without their addresses",
    },
    example: "npx fremdrift network feeds innovationsnetvaerk-1",
    load: () => import("./network/feeds.ts"),
  },
  {
    path: "feed revoke",
    args: {
      "<feed>": {
        da: "kalenderens adresse, eller dens id, som «network feeds» viser det",
        en: "the calendar's address, or its id, as «network feeds» shows it",
      },
    },
    about: { da: "luk en kalenderadresse for altid", en: "close the address of a calendar for good" },
    example: "npx fremdrift feed revoke http://127.0.0.1:3000/calendars/fd_x.ics",
    load: () => import("./feed/revoke.ts"),
  },
];
