/** Two to four words in the way people's names are written: "Anna Roth", "Roth, Anna", "S. Brandt", "Dr. Ana María López". */
export function isFullName(text: string): boolean {
  return (
    text.length <= 60 &&
    !/\d/.test(text) &&
    /^(?:\p{Lu}[\p{L}'’-]*\.?|(?:van|von|de|der|den|del|la|di|zu)(?= ))(?:,? (?:\p{Lu}[\p{L}'’-]*\.?|(?:van|von|de|der|den|del|la|di|zu)(?= ))){1,3}$/u.test(
      text,
    )
  );
}
