/** What people write to say what a number is about, and the kind of case it is. */
export const matterKinds = { O: 'order', V: 'contract', S: 'claim' };

/** Orders begin with LW, contracts with V, claims with S. */
export function kindOfMatter(number: string): keyof typeof matterKinds {
  if (number.startsWith('LW')) return 'O';
  return number.startsWith('V') ? 'V' : 'S';
}
