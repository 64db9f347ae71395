import type { Outcome } from '../../collect/interaction.js';
import type { InteractionKind } from '../interaction-kind.js';

/** An interaction of one person as these figures read it. Instants in ms. */
export interface Moment {
  readonly at: number;
  /** Only the day is known, and `at` is where it begins. */
  readonly isDayOnly: boolean;
  readonly kind: InteractionKind;
  readonly channel: string;
  /** The touchpoint, else what stands for it. */
  readonly place: string;
  /** What kind of case it is about, and its number; empty if it names none. */
  readonly caseKind: string;
  readonly caseId: string;
  /** Empty if none was given. */
  readonly reason: string;
  readonly outcome: Outcome | null;
}
