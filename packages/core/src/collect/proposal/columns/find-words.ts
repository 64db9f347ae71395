import { firstNames } from '../forms/first-names.js';
import { isCompany } from '../forms/is-company.js';
import { isCountryName } from '../forms/is-country-name.js';
import { isFullName } from '../forms/is-full-name.js';
import { isStreet } from '../forms/is-street.js';
import { knownParts, knownWords } from '../forms/known-words.js';
import type { ColumnFacts } from './column-facts.js';
import { evidence } from './evidence.js';
import { type Finding, generic } from './finding.js';

/** Words: names, places, states, kinds, and what people write. */
export function findWords(facts: ColumnFacts): readonly Finding[] {
  const { texts, some, counts } = facts;
  if (texts.length === 0) return [];
  const findings: Finding[] = [];
  const total = texts.length;
  const add = (meaning: Finding['meaning'], weight: number, why: Finding['evidence']) =>
    findings.push({ meaning, weight, evidence: why });
  const share = (matches: (text: string) => boolean) => some.filter(matches).length / some.length;
  const said = (part: number) => evidence.words(Math.round(part * total), total);

  const isLettered = share((text) => /\p{L}/u.test(text)) > 0.7;
  const isFew = counts.size <= Math.max(3, Math.min(40, total * 0.3));
  const isShort = share((text) => text.length <= 3) > 0.9;
  const repeated = evidence.repeated(counts.size, total);

  for (const [meaning, list] of Object.entries(knownWords) as [keyof typeof knownWords, ReadonlySet<string>][]) {
    const known = share((text) => list.has(text.toLowerCase()));
    if (known < 0.6) continue;
    if (meaning === 'flag') {
      if (counts.size <= 8 && known > 0.95) {
        const isBinary = [...counts.keys()].every((text) => /^[01]$/.test(text));
        add('flag', isBinary ? 0.9 : 1.2, said(known));
        add('consent', isBinary ? 0.7 : 0.9, said(known));
      }
    } else if (counts.size <= 60)
      add(meaning, weightsOfWords[meaning] * known * (counts.size === 1 ? 0.7 : 1), said(known));
  }
  if (!isLettered) return findings;

  const countries = share(isCountryName);
  if (countries > 0.7)
    add('country', share((text) => text.length === 2) > 0.5 ? 1.2 * countries : 1.9 * countries, said(countries));
  const streets = share(isStreet);
  if (streets > 0.4) add('street', 0.9 + streets, evidence.form(Math.round(streets * total), total));
  const companies = share(isCompany);
  if (companies > 0.4) add('company', 0.9 + companies * 0.8, said(companies));
  const illnesses = share((text) => knownParts.health.test(text));
  if (illnesses > 0.35) add('health', 1 + illnesses, said(illnesses));

  addLongTexts(facts, add);
  addNames(facts, isFew, add);
  if (isFew) {
    for (const meaning of ['location', 'outcome', 'reason', 'campaign', 'category'] as const) {
      const known = share((text) => knownParts[meaning].test(text));
      if (known > 0.2) add(meaning, 0.6 + 0.7 * known, said(known));
    }
    for (const meaning of [
      'reason',
      'category',
      'location',
      'outcome',
      'channel',
      'campaign',
      'event',
      'product',
    ] as const)
      add(meaning, meaning === 'category' ? generic : meaning === 'channel' || isShort ? 0.1 : 0.3, repeated);
    add('product', productLike(facts) ? 1 : 0.3, repeated);
  } else {
    add('product', productLike(facts) ? 0.9 : 0.25, repeated);
    add('text', 0.4, evidence.none());
    add('company', 0.25, evidence.none());
    add('street', 0.2, evidence.none());
  }
  return findings;
}

const weightsOfWords = {
  salutation: 1.9,
  gender: 1.1,
  flag: 1,
  currency: 2,
  language: 1.3,
  direction: 1.6,
  channel: 1.4,
  event: 1.5,
  outcome: 1.3,
} as const;

type Add = (meaning: Finding['meaning'], weight: number, why: Finding['evidence']) => void;

/** Sentences: many words, punctuation at the end, hardly any twice. */
function addLongTexts(facts: ColumnFacts, add: Add): void {
  const lengths = facts.some.map((text) => text.split(/\s+/).length);
  const words = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const sentences = facts.some.filter((text) => /[.!?…)]$/.test(text) && text.includes(' ')).length / facts.some.length;
  const why = evidence.length(Math.round(words));
  if (words >= 6) add('free-text', 1.6 + Math.min(0.6, sentences), why);
  else if (words >= 3) add('free-text', 0.5 + sentences * 0.7, why);
  else add('free-text', 0.15, why);
  if (words >= 2.5 && words < 9) add('text', 0.6, why);
}

/** Names of people and places: capitals, no digits. First names are known words; agents are few, customers many. */
function addNames(facts: ColumnFacts, isFew: boolean, add: Add): void {
  const { some, counts, texts } = facts;
  const share = (matches: (text: string) => boolean) => some.filter(matches).length / some.length;
  const scaled = (part: number) => evidence.words(Math.round(part * texts.length), texts.length);
  const capitals = share((text) => /^\p{Lu}/u.test(text) && !/\d/.test(text) && text.length <= 40);
  if (capitals < 0.7) {
    if (share((text) => /^\p{L}[\p{L}'’ .-]{1,40}$/u.test(text)) < 0.8) return;
    for (const meaning of ['first-name', 'last-name', 'full-name', 'city'] as const) add(meaning, 0.3, evidence.none());
    return;
  }
  const first = share((text) => firstNames.has(plainWord(text.split(/[\s-]/)[0] ?? '')));
  const oneWord = share((text) => /^\p{Lu}[\p{L}'’-]+$/u.test(text));
  const full = share((text) => isFullName(text));
  const firstInside = share((text) => text.split(/[\s,]+/).some((word) => firstNames.has(plainWord(word))));
  const initials = share((text) => /^\p{Lu}\. ?\p{Lu}\p{L}+/u.test(text));
  if (oneWord > 0.7) {
    if (first > 0.25) add('first-name', 0.9 + first * 0.9, scaled(first));
    add(
      'last-name',
      !isFew || counts.size > 12 ? 0.7 - first * 0.4 : 0.25,
      evidence.repeated(counts.size, texts.length),
    );
    add('first-name', 0.3, evidence.repeated(counts.size, texts.length));
  } else if (oneWord > 0.3) add('last-name', 0.3, evidence.none());
  if (full > 0.6) {
    const isPerson = firstInside > 0.25 || initials > 0.3;
    if (isFew) add('full-name', 0.5, scaled(full));
    else add('full-name', isPerson ? 1.1 + firstInside * 0.5 : 0.4, scaled(full));
    add('agent', (isFew ? (isPerson ? 1.3 : 0.35) : 0.2) + (initials > 0.2 ? 0.2 : 0), scaled(full));
  } else if (isFew) add('agent', first > 0.5 ? 0.9 : 0.3, evidence.repeated(counts.size, texts.length));
  add('city', isFew ? 0.5 : oneWord > 0.5 ? 0.45 : 0.3, evidence.repeated(counts.size, texts.length));
}

/** Names of goods hold sizes, numbers and small words, and come again. */
function productLike(facts: ColumnFacts): boolean {
  const distinct = [...facts.counts.keys()].slice(0, 200);
  const withDigits = distinct.filter((text) => /\p{L}/u.test(text) && /\d/.test(text)).length;
  const severalWords = distinct.filter((text) => /\s/.test(text)).length;
  return (
    withDigits > 0.15 * distinct.length &&
    severalWords > 0.5 * distinct.length &&
    facts.counts.size < facts.texts.length
  );
}

function plainWord(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
