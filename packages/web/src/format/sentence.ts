/** A stored reason as a sentence: capital first (but in the name of a field, such as userId), full stop last. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const isFieldName = /^[a-z]+[A-Z]/.test(trimmed);
  const capital = isFieldName ? trimmed : trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}
