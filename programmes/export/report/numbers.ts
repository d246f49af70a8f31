// Numbers as people read them: 3.430.800 kr. and 2,5 in Danish, DKK 3,430,800 and 2.5 in English.
import type { Language } from "../../problem.ts";

/** A number with its thousands apart, and the decimals it has. */
export function numberText(number: number, language: Language): string {
  const [whole = "", decimals] = String(Math.abs(number)).split(".");
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, language === "da" ? "." : ",");
  const sign = number < 0 ? "−" : "";
  return `${sign}${apart}${decimals === undefined ? "" : `${language === "da" ? "," : "."}${decimals}`}`;
}

/** An amount in whole units of a currency. */
export function moneyText(amount: number, currency: string, language: Language): string {
  const number = numberText(amount, language);
  return language === "da" ? `${number} ${currency === "DKK" ? "kr." : currency}` : `${currency} ${number}`;
}
