import type { FileSample } from '../file-sample.js';
import type { Meaning } from '../meaning.js';
import type { ProposalContext } from '../proposal-context.js';
import type { Sentence } from '../sentence.js';
import { type ColumnFacts, columnFacts } from './column-facts.js';
import { evidence } from './evidence.js';
import { findCodes } from './find-codes.js';
import { findNumbers } from './find-numbers.js';
import { findStrongForms } from './find-strong-forms.js';
import { findTimes } from './find-times.js';
import { findWords } from './find-words.js';
import type { Finding } from './finding.js';
import { headerMeanings } from './header-meanings.js';

/** A column with all that it may mean. Weights grow while the columns are looked at together; the heaviest meaning is proposed. */
export interface Candidates {
  readonly facts: ColumnFacts;
  readonly header: ReadonlyMap<Meaning, number>;
  readonly weights: ReadonlyMap<Meaning, Weighed>;
}

export interface Weighed {
  readonly weight: number;
  readonly evidence: Sentence;
}

export function candidates(
  sample: FileSample,
  names: readonly string[],
  context: ProposalContext,
): readonly Candidates[] {
  return names.map((name, position) => {
    const facts = { ...columnFacts(sample, position), header: name };
    const header = sample.form?.hasNoHeader === true ? new Map<Meaning, number>() : headerMeanings(name);
    return { facts, header, weights: weigh(findings(facts, context), header, name) };
  });
}

function findings(facts: ColumnFacts, context: ProposalContext): readonly Finding[] {
  const { texts, typed } = facts;
  const none = evidence.none();
  if (texts.length === 0) return [{ meaning: 'empty', weight: 3, evidence: none }];
  if (typed.nested > 0.5 * texts.length) return [{ meaning: 'nested', weight: 3, evidence: none }];
  if (typed.boolean > 0.9 * texts.length)
    return [
      { meaning: 'flag', weight: 1.5, evidence: evidence.form(typed.boolean, texts.length) },
      { meaning: 'consent', weight: 1.1, evidence: evidence.form(typed.boolean, texts.length) },
    ];
  return [
    ...findStrongForms(facts, context),
    ...findTimes(facts),
    ...findNumbers(facts),
    ...findCodes(facts, context),
    ...findWords(facts),
    { meaning: 'text', weight: 0.7, evidence: none },
  ];
}

/** What the name of the column adds to a meaning that its values allow. */
const weightOfHeader = 0.9;

function weigh(
  found: readonly Finding[],
  header: ReadonlyMap<Meaning, number>,
  name: string,
): ReadonlyMap<Meaning, Weighed> {
  const weights = new Map<Meaning, Weighed>();
  for (const { meaning, weight, evidence: why } of found) {
    const known = weights.get(meaning);
    if (known === undefined || known.weight < weight) weights.set(meaning, { weight, evidence: why });
  }
  for (const [meaning, said] of header) {
    const known = weights.get(meaning);
    if (known !== undefined)
      weights.set(meaning, {
        weight: known.weight + said * (carefully.has(meaning) ? 2 : 1) * weightOfHeader,
        evidence: known.weight < 0.5 ? evidence.header(name) : known.evidence,
      });
    else if (carefully.has(meaning) && said > 0.6 && !weights.has('empty'))
      weights.set(meaning, { weight: said * 1.8, evidence: evidence.header(name) });
  }
  return weights;
}

/** A header alone is enough to be careful. */
const carefully: ReadonlySet<Meaning> = new Set(['health', 'national-id']);
