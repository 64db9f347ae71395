import { channelLabel } from '../../collect/channel-label.js';
import { dayInWords } from '../../resolve/day-in-words.js';
import type { Wording } from '../../resolve/wording.js';
import type { Words } from '../../words/words.js';
import type { ByChannel } from './sends.js';
import type { TheirEyes } from './their-eyes.js';
import { middleWait, type Wait } from './waits.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

type Told = Pick<Wording, 'zone' | 'now' | 'words'>;

/** One of the four figures: what it says and what exactly it counts. */
export interface EyesFact {
  readonly id: 'sent' | 'did' | 'repeated' | 'waited';
  readonly title: string;
  readonly sentence: string;
  readonly definition: string;
  readonly rows: readonly { readonly label: string; readonly last30: number; readonly last90: number }[];
}

/** What stands first: who turned to whom how often. */
export function theirEyesOpening({ sent, contacts, until }: TheirEyes, wording: Told): string {
  const { words, now } = wording;
  return words.say('understand.eyes.opening', {
    sent: total(sent),
    sentTold: told(sent),
    contacts: total(contacts),
    contactsTold: told(contacts),
    until: now - until > 2 * dayMs ? dayInWords(until, wording) : 'now',
  });
}

export function theirEyesInWords(eyes: TheirEyes, wording: Told): readonly EyesFact[] {
  const { words } = wording;
  const fact = (id: EyesFact['id'], sentence: string, rows: EyesFact['rows'] = []): EyesFact => ({
    id,
    title: words.say('understand.eyes.title', { id }),
    sentence,
    definition: words.say(`understand.eyes.${id}-definition`),
    rows,
  });
  const { sent, contacts, visits } = eyes;
  const did = {
    contacts: total(contacts),
    contactsTold: told(contacts),
    visits: total(visits),
    visitsTold: told(visits),
  };
  return [
    fact(
      'sent',
      words.say('understand.eyes.sent', { told: told(sent), last30: total(sent, 'last30'), last90: total(sent) }),
      labelled(sent, words),
    ),
    fact('did', words.say('understand.eyes.did', did), [
      ...labelled(contacts, words, 'contact'),
      ...labelled(visits, words, 'visit'),
    ]),
    fact('repeated', repeatedInWords(eyes.repeated, words)),
    fact('waited', waitedInWords(eyes.waited, wording)),
  ];
}

function repeatedInWords(repeated: TheirEyes['repeated'], { say }: Words): string {
  if (repeated === null || repeated === 'uncovered')
    return say('understand.eyes.repeated', { state: repeated ?? 'unknown', again: 0, of: 0 });
  const { of, again, elsewhere, tooEarly } = repeated;
  if (of === 0)
    return say('understand.eyes.repeated', { state: tooEarly > 0 ? 'early' : 'none', again: 0, of: tooEarly });
  const all = again.case + again.reason + again.any;
  const parts = [say('understand.eyes.repeated', { state: 'told', again: all, of })];
  if (all > 0)
    parts.push(
      say('understand.eyes.repeated-basis', { case: again.case, reason: again.reason, any: again.any }).trim(),
    );
  if (elsewhere > 0) parts.push(say('understand.eyes.repeated-elsewhere', { elsewhere }));
  return parts.join(' ');
}

function waitedInWords(waited: TheirEyes['waited'], wording: Told): string {
  const { say } = wording.words;
  const say0 = (state: string) => say('understand.eyes.waited', { state, answered: 0, wait: '', longest: '' });
  if (waited === null) return say0('unknown');
  const { answered, open, atOnce } = waited;
  const [middle, longest, oldest] = [middleWait(answered), answered.at(-1), open[0]];
  const parts: string[] = [];
  if (middle !== undefined && longest !== undefined)
    parts.push(
      say('understand.eyes.waited', {
        state: 'told',
        answered: answered.length,
        wait: waitInWords(middle, wording.words),
        longest: waitInWords(longest, wording.words),
      }),
    );
  if (oldest !== undefined)
    parts.push(say('understand.eyes.waited-open', { open: open.length, since: dayInWords(oldest, wording) }));
  if (parts.length === 0) return say0(atOnce > 0 ? 'atOnce' : 'none');
  return parts.join(' ');
}

/** "40 minutes", "26 hours", "3 days", "less than a day". */
function waitInWords({ ms, isDayOnly }: Wait, { say }: Words): string {
  if (isDayOnly || ms >= 2 * dayMs) return say('understand.eyes.wait', { unit: 'days', count: Math.round(ms / dayMs) });
  if (ms >= hourMs) return say('understand.eyes.wait', { unit: 'hours', count: Math.round(ms / hourMs) });
  return say('understand.eyes.wait', { unit: 'minutes', count: Math.max(1, Math.round(ms / 60_000)) });
}

function labelled(counted: readonly ByChannel[] | null, words: Words, what?: 'contact' | 'visit'): EyesFact['rows'] {
  return (counted ?? []).map(({ channel, last30, last90 }) => {
    const label = channelLabel(channel, words);
    return {
      label: what === undefined ? label : words.say('understand.eyes.row', { what, channel: label }),
      last30,
      last90,
    };
  });
}

function total(counted: readonly ByChannel[] | null, days: 'last30' | 'last90' = 'last90'): number {
  return (counted ?? []).reduce((sum, one) => sum + one[days], 0);
}

const told = (counted: readonly ByChannel[] | null): 'yes' | 'no' => (counted === null ? 'no' : 'yes');
