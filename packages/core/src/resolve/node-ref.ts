import type { Identifier } from './identifier.js';

/** An identifier with its number in the workspace. Numbers depend on arrival, so no rule may compare them; only person ids do. */
export interface NodeRef extends Identifier {
  readonly node: number;
}
