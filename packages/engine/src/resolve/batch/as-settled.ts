import type { SettledTrait } from '@throughline/core/resolve/traits/settled-trait';
import type { StoredSettled } from './settled-traits.sql.js';

/** What was settled as it is stored, as the functions of core take it. */
export function asSettled({ id, node, trait, value, atMs }: StoredSettled): SettledTrait {
  return { id, node, trait, value: JSON.parse(value), at: atMs };
}
