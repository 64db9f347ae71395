import type { GoldenTrait } from './golden-trait.js';

/** What we call a person: the trait `name`, else first and last name; undefined if no source says one. */
export function personName(golden: readonly GoldenTrait[]): string | undefined {
  const text = (trait: string): string => {
    const value = golden.find((one) => one.trait === trait)?.value;
    return typeof value === 'string' ? value.trim() : '';
  };
  const first = text('firstName') || text('first_name');
  const last = text('lastName') || text('last_name');
  const name = text('name') || [first, last].filter((part) => part !== '').join(' ');
  return name === '' ? undefined : name.slice(0, 200);
}
