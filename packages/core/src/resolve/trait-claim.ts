import type { JsonValue } from './json-value.js';

/**
 * That a source gave a trait this value, under this node: one claim for all messages that said so. Instants in ms.
 * `null` is the claim that the trait is empty, not the lack of a claim.
 */
export interface TraitClaim {
  readonly node: number;
  readonly trait: string;
  readonly source: number;
  /** The source's public id: rules name it by that. */
  readonly sourceId: string;
  /** 0 to 100, the higher the more trusted; the source's as of now. */
  readonly trust: number;
  readonly value: JsonValue;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Different messages. */
  readonly count: number;
  /** Id of the message at `lastAt` (of several, the greatest): it breaks ties. */
  readonly lastMessage: string;
}
