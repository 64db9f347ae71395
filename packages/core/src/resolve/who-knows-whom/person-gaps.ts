import type { Words } from '../../words/words.js';
import { namespaceInPlural } from '../identifier-in-words.js';
import { namesInWords } from '../names-in-words.js';
import type { Coverage } from './coverage.js';
import { kindsUsed } from './coverage-of.js';
import type { KnownBy } from './known-pattern.js';

/** A source that knows many customers and not this person. */
export interface PersonGap {
  readonly source: number;
  /** Customers it knows. */
  readonly people: number;
  /** Durable kinds of identifier by which it knows them, the commonest first. */
  readonly kinds: readonly string[];
  /** Those of them that are known of this person: by these it would know them if it had met them. */
  readonly shared: readonly string[];
}

export interface GapWording {
  readonly words: Words;
  readonly nameOf: (source: number) => string;
}

const mostNamed = 3;

/** A source that knows fewer customers than this is not expected to know everybody. */
const leastShareOf1 = 0.25;
const fewestPeople = 5;

/**
 * Where nothing is known of somebody though much is known of others, the source that knows most first. `known` is what is known of the person and from
 * where, `customers` how many recognised ones there are.
 */
export function personGaps(
  known: readonly KnownBy[],
  { systems }: Coverage,
  customers: number,
  isDurable: (namespace: string) => boolean,
): readonly PersonGap[] {
  const [sources, namespaces] = [
    new Set(known.map(({ source }) => source)),
    new Set(known.map((one) => one.namespace)),
  ];
  return systems
    .filter(({ source, people }) => {
      return !sources.has(source) && people >= fewestPeople && people >= customers * leastShareOf1;
    })
    .map((system) => {
      const used = kindsUsed(system, isDurable);
      const kinds = system.brings.map(({ namespace }) => namespace).filter((namespace) => used.has(namespace));
      const shared = kinds.filter((namespace) => namespaces.has(namespace));
      return { source: system.source, people: system.people, kinds, shared };
    })
    .sort((a, b) => b.people - a.people || a.source - b.source);
}

/** "Nothing is known from the shop and the tills." Empty where nothing is missing. */
export function personGapsOpening(gaps: readonly PersonGap[], wording: GapWording): string {
  if (gaps.length === 0) return '';
  const named = gaps.slice(0, mostNamed).map(({ source }) => wording.nameOf(source));
  return wording.words.say('resolve.gap.opening', {
    sources: gaps.length > mostNamed ? named.join(', ') : namesInWords(named, wording.words),
    others: gaps.length - named.length,
  });
}

/** "The shop knows 3,100 of 8,204 customers, by e-mail addresses: none is known of this person." */
export function personGapInWords(
  { source, people, kinds, shared }: PersonGap,
  customers: number,
  wording: GapWording,
): string {
  const { words } = wording;
  const list = (namespaces: readonly string[]) =>
    namesInWords(
      namespaces.slice(0, 3).map((namespace) => namespaceInPlural(namespace, words)),
      words,
    );
  return words.say('resolve.gap.reason', {
    source: wording.nameOf(source),
    people,
    customers,
    reason: shared.length > 0 ? 'notMet' : kinds.length > 0 ? 'noCommonKind' : 'none',
    kinds: list(shared.length > 0 ? shared : kinds),
  });
}
