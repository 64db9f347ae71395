import type { Person } from '../people/person.js';
import type { Moment } from './moment.js';
import type { StageSpan } from './stage.js';

/** Two years of one person with the company, as they really were. */
export interface Life {
  readonly person: Person;
  /** The channel she likes best, whatever the company uses. */
  readonly prefers: PreferredChannel;
  readonly stages: readonly StageSpan[];
  /** In the order of time; all before the end of the records. */
  readonly moments: readonly Moment[];
}

export type PreferredChannel = 'web' | 'app' | 'store' | 'call_centre' | 'email' | 'post' | 'partner';
