import type { Direction, Marks, Outcome, Precision } from '../../collect/interaction.js';
import type { JsonValue } from '../../resolve/json-value.js';

/** An interaction as conditions read it. */
export interface HistoryInteraction {
  /** Hash of the message id, as a UUID text. Tells interactions of the same time apart. */
  readonly message: string;
  /** Of a day alone, when the day began. */
  readonly atMs: number;
  readonly precision: Precision;
  readonly name: string;
  readonly channel: string;
  readonly direction: Direction;
  /** Public id. */
  readonly source: string;
  readonly touchpoint?: string;
  readonly location?: string;
  readonly reason?: string;
  readonly outcome?: Outcome;
  readonly aboutKind?: string;
  /** Decimal text. */
  readonly value?: string;
  readonly currency?: string;
  readonly marks: Marks;
  /** JSON text, as it was sent. */
  readonly properties: string;
}

/** What is known of one person. */
export interface PersonHistory {
  /** The values we use. */
  readonly traits: ReadonlyMap<string, JsonValue>;
  /** In any order. */
  readonly interactions: readonly HistoryInteraction[];
}
