// What makes a setting's value usable, and what is said where it is not.
import { isIP } from "node:net";
import { isAddress } from "../programmes/people.ts";
import type { Text } from "../programmes/types.ts";

/** Characters of a secret. */
export const MIN_SECRET = 16;

export type Wrong = { wrong: Text; hint: Text };
export type Check = Wrong & { fits: (value: string) => boolean };

const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
const isUrlOf = (protocols: string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

/** With a name and a password, and at most one folder. */
const isMailbox = (value: string) => {
  if (!isUrlOf(["imap:", "imaps:"])(value)) return false;
  const { hostname, username, password, pathname, search, hash } = new URL(value);
  const isWritten = [username, password, pathname].every(isEncoded);
  return hostname !== "" && username !== "" && password !== "" && isWritten && search === "" && hash === "";
};

const isEncoded = (part: string) => {
  try {
    return decodeURIComponent(part) !== undefined;
  } catch {
    return false;
  }
};

/** A bare address, or one behind a name without signs that divide addresses. */
const isSender = (value: string) => {
  const [, address] = /^(?:"[^"\\]*" ?|[^"\\@<>(),;:[\]]*)<([^<>]*)>$/.exec(value) ?? [];
  return isAddress(address ?? value) && !/\p{Cc}/u.test(value);
};

const FROM_HINT: Text = {
  da: "Sæt MAIL_FROM til den adresse, som mailserveren må sende fra, som Fremdrift <fremdrift@kommune.example>.",
  en: "Set MAIL_FROM to the address that the mail server may send from, such as Fremdrift <fremdrift@municipality.example>.",
};

export const NO_SENDER: Wrong = {
  wrong: { da: "mangler, og SMTP_URL er sat", en: "is missing, and SMTP_URL is set" },
  hint: FROM_HINT,
};

export const NO_CLIENT: Wrong = {
  wrong: { da: "mangler, og OIDC_ISSUER er sat", en: "is missing, and OIDC_ISSUER is set" },
  hint: {
    da: "Opret Fremdrift hos udbyderen, og sæt OIDC_CLIENT_ID og OIDC_CLIENT_SECRET til det, den giver.",
    en: "Register Fremdrift with the provider, and set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET to what it gives.",
  },
};

export const NEEDED_IN_PARTS: Wrong = {
  wrong: {
    da: "mangler, og FREMDRIFT_PARTS nævner kun den ene del",
    en: "is missing, and FREMDRIFT_PARTS names one part only",
  },
  hint: {
    da: "Sæt den til det samme i alle processer, eller fjern FREMDRIFT_PARTS, så én proces gør det hele.",
    en: "Set it to the same in all processes, or remove FREMDRIFT_PARTS, so that one process does it all.",
  },
};

/** By the name of the setting. */
export const CHECKS: Record<string, Check> = {
  // Some shells set HOST to the machine's name: a name is refused, lest they open the door unasked.
  HOST: {
    fits: (value) => isIP(value) !== 0,
    wrong: { da: "er ingen IP-adresse", en: "is no IP address" },
    hint: {
      da: "Fjern den for kun at kunne nås fra denne maskine, eller skriv 0.0.0.0 for alle adresser.",
      en: "Remove it to be reached from this machine only, or write 0.0.0.0 for all addresses.",
    },
  },
  FREMDRIFT_PARTS: {
    fits: (value) => value.split(",").every((part) => ["api", "worker"].includes(part.trim())),
    wrong: { da: "er andet end api og worker", en: "is something other than api and worker" },
    hint: {
      da: "Skriv api, worker eller api,worker, eller fjern den.",
      en: "Write api, worker or api,worker, or remove it.",
    },
  },
  PORT: {
    fits: isPort,
    wrong: { da: "er ingen port", en: "is no port" },
    hint: { da: "Sæt PORT til et helt tal fra 0 til 65535.", en: "Set PORT to a whole number from 0 to 65535." },
  },
  PUBLIC_URL: {
    fits: isUrlOf(["http:", "https:"]),
    wrong: { da: "er ingen webadresse", en: "is no web address" },
    hint: {
      da: "Skriv den, som folk åbner den: https://fremdrift.kommune.example.",
      en: "Write it as people open it: https://fremdrift.municipality.example.",
    },
  },
  OIDC_ISSUER: {
    fits: isUrlOf(["http:", "https:"]),
    wrong: { da: "er ingen webadresse", en: "is no web address" },
    hint: {
      da: "Skriv udbyderens «issuer», som https://login.kommune.example.",
      en: "Write the provider's issuer, such as https://login.municipality.example.",
    },
  },
  TRUSTED_PROXIES: {
    fits: (value) => /^\d$/.test(value),
    wrong: { da: "er intet antal", en: "is no count" },
    hint: { da: "Sæt TRUSTED_PROXIES til et tal fra 0 til 9.", en: "Set TRUSTED_PROXIES to a number from 0 to 9." },
  },
  DATABASE_URL: {
    fits: isUrlOf(["postgres:", "postgresql:"]),
    wrong: { da: "er ingen adresse på en PostgreSQL-server", en: "is no address of a PostgreSQL server" },
    hint: {
      da: "Skriv den som postgres://bruger:kode@vært:5432/navn, eller fjern den for at bruge den indbyggede.",
      en: "Write it as postgres://user:password@host:5432/name, or remove it to use the embedded one.",
    },
  },
  TEMPORAL_ADDRESS: {
    fits: (value) => /^[^\s/]+:\d{1,5}$/.test(value) && isPort(value.slice(value.lastIndexOf(":") + 1)),
    wrong: { da: "er ingen adresse på en Temporal-server", en: "is no address of a Temporal server" },
    hint: { da: "Skriv den som vært:7233, uden http://.", en: "Write it as host:7233, without http://." },
  },
  REHEARSAL_SMTP_URL: {
    fits: isUrlOf(["smtp:", "smtps:"]),
    wrong: { da: "er ingen mailserver-adresse", en: "is no mail server address" },
    hint: {
      da: "Skriv den som smtp://mail.example.org:1025, eller fjern den for at bruge postkassen på denne maskine.",
      en: "Write it as smtp://mail.example.org:1025, or remove it to use the catcher on this machine.",
    },
  },
  SMTP_URL: {
    fits: (value) => isUrlOf(["smtp:", "smtps:"])(value) && new URL(value).hostname !== "",
    wrong: { da: "er ingen adresse på en mailserver", en: "is no address of a mail server" },
    hint: {
      da: "Skriv den som smtp://bruger:kode@vært:587, eller fjern den for at bruge postkassen på denne maskine.",
      en: "Write it as smtp://user:password@host:587, or remove it to use the catcher on this machine.",
    },
  },
  MAIL_FROM: {
    fits: isSender,
    wrong: { da: "er ingen afsenderadresse", en: "is no sender's address" },
    hint: FROM_HINT,
  },
  IMAP_URL: {
    fits: isMailbox,
    wrong: { da: "er ingen adresse på en postkasse", en: "is no address of a mailbox" },
    hint: {
      da: "Skriv den som imaps://bruger:kode@vært/INBOX, med tegn som @ og / i navn og kode som %40 og %2F; eller fjern den.",
      en: "Write it as imaps://user:password@host/INBOX, with signs such as @ and / in name and password as %40 and %2F; or remove it.",
    },
  },
  SMTP_IN_PORT: {
    fits: (value) => isPort(value) && Number(value) > 0,
    wrong: { da: "er ingen port", en: "is no port" },
    hint: {
      da: "Sæt SMTP_IN_PORT til et helt tal fra 1 til 65535, eller fjern den.",
      en: "Set SMTP_IN_PORT to a whole number from 1 to 65535, or remove it.",
    },
  },
  SMTP_PER_MINUTE: {
    fits: (value) => /^[1-9]\d{0,5}$/.test(value),
    wrong: { da: "er intet antal mails", en: "is no number of mails" },
    hint: {
      da: "Sæt SMTP_PER_MINUTE til et helt tal fra 1, eller fjern den.",
      en: "Set SMTP_PER_MINUTE to a whole number from 1, or remove it.",
    },
  },
  FILES_MAX_MB: {
    fits: (value) => /^[1-9]\d?$/.test(value),
    wrong: { da: "er intet antal megabyte", en: "is no number of megabytes" },
    hint: {
      da: "Sæt FILES_MAX_MB til et helt tal fra 1 til 99, eller fjern den.",
      en: "Set FILES_MAX_MB to a whole number from 1 to 99, or remove it.",
    },
  },
  RETENTION_MONTHS: {
    fits: (value) => /^\d{1,3}$/.test(value) && Number(value) <= 240,
    wrong: { da: "er intet antal måneder", en: "is no number of months" },
    hint: {
      da: "Sæt RETENTION_MONTHS til et helt tal fra 0 (for altid) til 240.",
      en: "Set RETENTION_MONTHS to a whole number from 0 (for good) to 240.",
    },
  },
  FILES_TOTAL_MB: {
    fits: (value) => /^[1-9]\d{0,5}$/.test(value),
    wrong: { da: "er intet antal megabyte", en: "is no number of megabytes" },
    hint: {
      da: "Sæt FILES_TOTAL_MB til et helt tal fra 1, eller fjern den.",
      en: "Set FILES_TOTAL_MB to a whole number from 1, or remove it.",
    },
  },
  FREMDRIFT_SECRET: {
    fits: (value) => value.length >= MIN_SECRET,
    wrong: { da: "er for kort", en: "is too short" },
    hint: { da: `Brug mindst ${MIN_SECRET} tilfældige tegn.`, en: `Use at least ${MIN_SECRET} random characters.` },
  },
};
