import type { MendAnswer } from '@throughline/core/collect/mend/mend-answer';

/** What is done with every item of a mending. */
export type MendingAct =
  /** Read by the import's mapping with one column read as the answer says. */
  | { readonly type: 'answer'; readonly column: string; readonly answer: MendAnswer }
  /** Read again, with a text replaced where it stands. */
  | { readonly type: 'replay'; readonly find?: string; readonly replace?: string }
  | { readonly type: 'leave-out'; readonly note: string };
