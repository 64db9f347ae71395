import type { Words } from '../../words/words.js';
import { namespaceInPlural } from '../identifier-in-words.js';
import { namesInWords } from '../names-in-words.js';
import { type Coverage, type CoveredPair, type CoveredSystem, unlinkable } from './coverage.js';
import { isSmaller, type JoiningFile } from './joining-file.js';
import { shareInWords } from './share-in-words.js';

export interface CoverageWording {
  readonly words: Words;
  readonly nameOf: (source: number) => string;
  readonly channelOf: (source: number) => string;
  readonly isDurable: (namespace: string) => boolean;
}

/** The finding first: the pair of systems between which most people are lost. */
export function coverageOpening(coverage: Coverage, wording: CoverageWording): string {
  const { say } = wording.words;
  const knowing = coverage.systems.filter(({ people }) => people > 0);
  const [only] = knowing;
  if (only === undefined) return say('resolve.coverage.nobody');
  if (knowing.length === 1) return say('resolve.coverage.one', { source: wording.nameOf(only.source) });
  const worst = widestHole(coverage);
  return worst === undefined ? say('resolve.coverage.all-known') : pairInWords(worst, coverage, wording);
}

/** "0 of 3,100 callers are known to the shop: it has e-mail addresses, the calls have phone numbers." */
export function pairInWords(pair: CoveredPair, { systems }: Coverage, wording: CoverageWording): string {
  const [from, to] = [pair.from, pair.to].map((source) => systems.find((one) => one.source === source));
  return wording.words.say('resolve.coverage.pair', {
    known: shareInWords(pair.known, pair.people, wording.words),
    people: pair.people,
    from: wording.nameOf(pair.from),
    to: wording.nameOf(pair.to),
    who: wording.channelOf(pair.from) === 'call_centre' ? 'callers' : 'people',
    fromKinds: kindsOf(from, wording),
    toKinds: kindsOf(to, wording),
    reason: missReason(pair),
  });
}

/** "3,100 of 3,100 people are known to no other system. It knows them by phone number." */
export function systemInWords(system: CoveredSystem, wording: CoverageWording): string {
  const { say } = wording.words;
  if (system.people === 0) return say('resolve.coverage.visitors-only', { visitors: system.visitors });
  return say('resolve.coverage.system', {
    alone: system.alone,
    people: system.people,
    kinds: kindsOf(system, wording),
  });
}

/** "A list with phone numbers and e-mail addresses would join up to 3,100 of them: usually the CRM's export of contacts." */
export function joiningFileInWords({ kinds, upTo }: JoiningFile, words: Words): string {
  return words.say('resolve.coverage.file', {
    kinds: kindsInWords(kinds, words),
    upTo,
    usually: usualFile(kinds),
  });
}

/** Why those who are missing are missing, by what holds for most of them. */
export function missReason(pair: CoveredPair): 'none' | 'noCommonKind' | 'notMet' {
  const missing = pair.people - pair.known;
  if (missing === 0) return 'none';
  return unlinkable(pair) * 2 > missing ? 'noCommonKind' : 'notMet';
}

/**
 * Of each two systems from the smaller to the larger, for everybody in it could be there; the other way round only where nobody is missing
 * so. What no identifier can join comes first.
 */
function widestHole({ systems, pairs }: Coverage): CoveredPair | undefined {
  const system = new Map(systems.map((one) => [one.source, one]));
  const isFromSmaller = ({ from, to }: CoveredPair): boolean => {
    const [a, b] = [system.get(from), system.get(to)];
    return a !== undefined && b !== undefined && isSmaller(a, b);
  };
  const missing = ({ people, known }: CoveredPair): number => people - known;
  return pairs
    .filter((pair) => {
      const back = pairs.find(({ from, to }) => from === pair.to && to === pair.from);
      return missing(pair) > 0 && (isFromSmaller(pair) || back === undefined || missing(back) === 0);
    })
    .sort(
      (a, b) =>
        Number(isFromSmaller(b)) - Number(isFromSmaller(a)) ||
        unlinkable(b) - unlinkable(a) ||
        missing(b) - missing(a) ||
        a.from - b.from ||
        a.to - b.to,
    )[0];
}

function kindsOf(system: CoveredSystem | undefined, { isDurable, words }: CoverageWording): string {
  const durable = (system?.brings ?? []).filter(({ namespace, people }) => {
    return isDurable(namespace) && people * 20 >= (system?.people ?? 0);
  });
  if (durable.length === 0) return words.say('resolve.coverage.no-kind');
  return kindsInWords(
    durable.slice(0, 3).map(({ namespace }) => namespace),
    words,
  );
}

function kindsInWords(namespaces: readonly string[], words: Words): string {
  return namesInWords(
    namespaces.map((namespace) => namespaceInPlural(namespace, words)),
    words,
  );
}

function usualFile(kinds: readonly string[]): string {
  if (kinds.includes('loyalty_card')) return 'loyalty';
  if (kinds.includes('user_id')) return 'accounts';
  if (kinds.includes('email') && kinds.includes('phone')) return 'contacts';
  return kinds.some((kind) => kind.startsWith('crm:')) ? 'contacts' : 'other';
}
