import { dayInWords } from './day-in-words.js';
import type { Certainty } from './explain-opening.js';
import type { Wording } from './wording.js';

/** What a person's page says first. Instants in ms; `name` is what the person is called, undefined of a visitor without any. */
export function personOpening(
  person: {
    readonly name: string | undefined;
    readonly recognised: boolean;
    readonly interactions: number;
    readonly channels: number;
    readonly firstAt: number | undefined;
    readonly lastAt: number | undefined;
    readonly certainty: Certainty;
  },
  wording: Pick<Wording, 'zone' | 'now' | 'words'>,
): string {
  const { say } = wording.words;
  const { name, recognised, interactions, channels, firstAt, lastAt, certainty } = person;
  const facts = {
    interactions,
    channels,
    since: firstAt === undefined ? 'none' : dayInWords(firstAt, wording),
    last: lastAt === undefined || interactions < 2 ? 'none' : dayInWords(lastAt, wording),
  };
  if (name === undefined) return say('resolve.person.opening-visitor', facts);
  return say('resolve.person.opening', { who: name, recognised: recognised ? 'yes' : 'no', certainty, ...facts });
}
