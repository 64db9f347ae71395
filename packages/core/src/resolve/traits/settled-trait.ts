import type { JsonValue } from '../json-value.js';

/**
 * That somebody decided which value is right. It hangs on an identifier as claims do, and outweighs them all; of several decisions about one
 * person, the latest holds.
 */
export interface SettledTrait {
  /** Public id of the decision. */
  readonly id: string;
  readonly node: number;
  readonly trait: string;
  readonly value: JsonValue;
  /** When it was decided, ms. */
  readonly at: number;
}
