import { dayInWords } from '../../resolve/day-in-words.js';
import type { Wording } from '../../resolve/wording.js';
import type { DecidedStage, StageFacts } from './lifecycle-stage.js';

export interface StageInWords {
  /** "Retention"; says so if it cannot be told. */
  readonly name: string;
  /** How it was decided. */
  readonly how: string;
}

export function stageInWords(
  decided: DecidedStage,
  { usualGapDays }: Pick<StageFacts, 'usualGapDays'>,
  wording: Pick<Wording, 'zone' | 'now' | 'words'>,
): StageInWords {
  const { say } = wording.words;
  if (decided.stage === null) {
    const why = decided.why === 'nothing-known' ? 'nothing' : 'few';
    return { name: say('understand.stage', { stage: 'none' }), how: say('understand.stage.untold', { why }) };
  }
  const { since, silentDays } = decided;
  const stage = decided.stage === 'win-back' ? 'back' : decided.stage;
  return {
    name: say('understand.stage', { stage }),
    how: say('understand.stage.how', {
      stage,
      since: dayInWords(since, wording),
      silent: silentDays,
      usual: Math.round(usualGapDays ?? 0),
    }),
  };
}
