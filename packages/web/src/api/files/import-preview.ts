import type { Direction, Mark, Outcome, Precision } from '@throughline/core/collect/interaction';
import type { Identifier } from '../identifier.js';

export interface PreviewedInteraction {
  readonly at: string;
  readonly precision: Precision;
  readonly name: string;
  readonly channel: string;
  readonly direction: Direction;
  readonly about: { readonly kind: string; readonly id: string } | null;
  readonly reason: string | null;
  readonly outcome: Outcome | null;
  readonly location: string | null;
  readonly value: string | null;
  readonly currency: string | null;
  readonly marks: Readonly<Partial<Record<Mark, boolean>>>;
  readonly line: number;
}

export interface PreviewedPerson {
  readonly name: string | null;
  readonly recognised: boolean;
  readonly identifiers: readonly Identifier[];
  readonly traits: Readonly<Record<string, unknown>>;
  readonly count: number;
  /** The newest five. */
  readonly interactions: readonly PreviewedInteraction[];
}

/** What the sampled lines of a file would become. */
export interface ImportPreview {
  readonly counts: {
    readonly lines: number;
    readonly interactions: number;
    readonly persons: number;
    readonly recognised: number;
    readonly withoutPerson: number;
    readonly setAside: number;
    readonly passedOver: number;
  };
  /** Interactions that count in no figure. */
  readonly marked: Readonly<Record<Mark, number>>;
  /** The sample is the whole file. */
  readonly isWhole: boolean;
  /** At most twenty, those with most interactions first. */
  readonly persons: readonly PreviewedPerson[];
  readonly setAside: readonly { readonly code: string; readonly reason: string; readonly line: number }[];
}
