// What the page of the forum's meetings, and of roles in the organisation, says.
import type { Language } from "../../words-shape.ts";

const da = {
  title: "Chefforums møder og roller",
  dates: "Hvornår mødes chefforum?",
  usual: "Ingen har skrevet datoer ind. Det sædvanlige er den første tirsdag i april og i oktober.",
  date: (n: number) => `Mødedato ${n}`,
  saveDates: "Gem datoer",
  savedDates: "Mødedatoerne er gemt.",
  offices: "Hvem har en rolle i organisationen?",
  officesLead:
    "Sekretariatet laver netværk og skriver mødedatoer. Chefforum siger ja, nej eller vent til temaer. Begge ser alle netværk i overblikket.",
  noOffices: "Ingen endnu.",
  onlyAdmins: "En administrator kan ændre det.",
  person: (n: number) => `E-mail ${n}`,
  name: (n: number) => `Navn ${n}`,
  role: (n: number) => `Rolle ${n}`,
  roles: { secretariat: "sekretariat", managementForum: "chefforum" },
  removeHint: "Tøm e-mailen for at fjerne nogen.",
  saveOffices: "Gem roller",
  savedOffices: "Rollerne er gemt.",
};

const en: typeof da = {
  title: "The forum's meetings, and roles",
  dates: "When does the management forum meet?",
  usual: "Nobody has entered dates. The usual ones are the first Tuesday of April and of October.",
  date: (n) => `Meeting date ${n}`,
  saveDates: "Save dates",
  savedDates: "The meeting dates are saved.",
  offices: "Who has a role in the organisation?",
  officesLead:
    "The secretariat makes networks and enters meeting dates. The forum says yes, no or wait to themes. Both see all networks in the overview.",
  noOffices: "Nobody yet.",
  onlyAdmins: "An administrator can change it.",
  person: (n) => `E-mail ${n}`,
  name: (n) => `Name ${n}`,
  role: (n) => `Role ${n}`,
  roles: { secretariat: "secretariat", managementForum: "management forum" },
  removeHint: "Empty the e-mail to remove somebody.",
  saveOffices: "Save roles",
  savedOffices: "The roles are saved.",
};

export const FORUM: Record<Language, typeof da> = { da, en };
