import { channelLabel } from '../../collect/channel-label.js';
import type { Outcome } from '../../collect/interaction.js';
import { dayInWords } from '../../resolve/day-in-words.js';
import type { Wording } from '../../resolve/wording.js';
import type { Language } from '../../words/language.js';

export interface StoryFacts {
  /** Nothing if she never bought. */
  readonly purchases: {
    readonly count: number;
    readonly lastAt: number;
    /** The channel of most of them. */
    readonly channel: string;
    /** Sums of those that have a value, the currency of most purchases first; without a currency it is empty. */
    readonly sums: readonly { readonly currency: string; readonly total: number }[];
  } | null;
  /** The last time she asked for something or complained. */
  readonly lastContact: {
    readonly at: number;
    readonly name: string;
    readonly channel: string;
    /** "order 8812". */
    readonly about: string | null;
    readonly reason: string | null;
    readonly outcome: Outcome | null;
  } | null;
  /** A complaint that nothing closed. */
  readonly openComplaint: {
    readonly since: number;
    /** Number of the case, empty if none was named. */
    readonly about: string;
    /** Contacts of hers since, the complaint not counted. */
    readonly contactsSince: number;
  } | null;
  /** The last time we turned to her. */
  readonly lastTold: { readonly at: number; readonly name: string; readonly channel: string } | null;
}

/** What stands behind a person's opening, at most four lines, the most pressing first. */
export function personStory(
  { purchases, lastContact, openComplaint, lastTold }: StoryFacts,
  wording: Pick<Wording, 'zone' | 'now' | 'words'>,
): readonly string[] {
  const { words } = wording;
  const { say } = words;
  const day = (at: number): string => dayInWords(at, wording);
  const lines: string[] = [];
  if (openComplaint !== null) {
    lines.push(
      say('understand.story.complaint', {
        day: day(openComplaint.since),
        about: openComplaint.about === '' ? 'none' : openComplaint.about,
        contacts: openComplaint.contactsSince,
      }),
    );
  }
  if (lastContact !== null) {
    const { at, name, channel, about, reason, outcome } = lastContact;
    lines.push(
      say('understand.story.contact', {
        ...{ day: day(at), name, channel: channelLabel(channel, words) },
        ...{ about: about ?? 'none', reason: reason ?? 'none', outcome: outcome ?? 'none' },
      }),
    );
  }
  if (purchases !== null) {
    const { count, lastAt, channel, sums } = purchases;
    lines.push(
      say('understand.story.purchases', {
        ...{ count, last: day(lastAt), channel: channelLabel(channel, words) },
        sums:
          sums.length === 0
            ? 'none'
            : sums
                .slice(0, 2)
                .map((sum) => inMoney(sum, words.language))
                .join(' + '),
      }),
    );
  } else if (lastContact !== null) {
    lines.push(say('understand.story.no-purchase'));
  }
  if (lastTold !== null) {
    const { at, name, channel } = lastTold;
    lines.push(say('understand.story.told', { day: day(at), name, channel: channelLabel(channel, words) }));
  }
  return lines;
}

function inMoney(
  { currency, total }: { readonly currency: string; readonly total: number },
  language: Language,
): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  return `${new Intl.NumberFormat(language, digits).format(total)} ${currency}`.trim();
}
