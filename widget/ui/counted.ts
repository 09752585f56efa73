/** Picks the word for a number by the rules of a language; `#` becomes the number. */
export function counted(language: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (n: number, words: { one: string; other: string }) =>
    (rules.select(n) === "one" ? words.one : words.other).replace("#", numbers.format(n));
}
