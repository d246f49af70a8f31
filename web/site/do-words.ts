// What is said when something was done.
export const DO_WORDS = {
  da: { done: "Det er gjort.", told: (n: number) => (n === 1 ? "Én person får besked." : `${n} personer får besked.`) },
  en: { done: "Done.", told: (n: number) => (n === 1 ? "One person is told." : `${n} people are told.`) },
};
