import type { Words } from '../words/words.js';
import { compareText } from './compare-text.js';
import { dayInWords } from './day-in-words.js';
import { type Certainty, explainOpening } from './explain-opening.js';
import { identifierInWords } from './identifier-in-words.js';
import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import { namesInWords } from './names-in-words.js';
import type { NodeRef } from './node-ref.js';
import { recordInWords } from './record-in-words.js';
import { refusalInWords } from './refusal-in-words.js';
import type { RefusedJoin } from './refused-join.js';
import { type SharedIdentifier, sharedIdentifiers } from './shared-identifiers.js';
import type { Wording } from './wording.js';

export interface ExplainedJoin<R extends MatchRecord = MatchRecord> {
  readonly text: string;
  /** When the reason first occurred, ms. */
  readonly at: number;
  readonly identifiers: readonly NodeRef[];
  /** The records it rests on; splitting or taking back starts from these. */
  readonly records: readonly R[];
}

/** A join that a rule forbids: `text` is `asked`, what a record asked for, and `because`, the rule. */
export interface ExplainedRefusal<R extends MatchRecord = MatchRecord> extends ExplainedJoin<R> {
  readonly asked: string;
  readonly because: string;
}

export interface PersonExplanation<R extends MatchRecord = MatchRecord> {
  readonly opening: string;
  readonly certainty: Certainty;
  /** Which identifiers other people have too, and so join nobody further. */
  readonly sharedWithOthers: readonly string[];
  /** Newest first. */
  readonly joins: readonly ExplainedJoin<R>[];
  /** Newest first. */
  readonly refused: readonly ExplainedRefusal<R>[];
}

/**
 * Why these identifiers are one person, in sentences. `records` are those that name any of the person's nodes, `refused` the refused joins with
 * one end in it, `personOf` gives the person (any stable number) of a node beyond.
 */
export function explainPerson<R extends MatchRecord>(
  person: {
    readonly nodes: readonly NodeRef[];
    readonly records: readonly R[];
    readonly refused: readonly RefusedJoin<R>[];
    readonly personOf: (node: number) => number;
  },
  rules: JoinRules,
  wording: Wording,
): PersonExplanation<R> {
  const own = new Set(person.nodes.map(({ node }) => node));
  const held = person.records.flatMap((record) => {
    const identifiers = record.nodes.filter(({ node }) => own.has(node)).sort(rules.compareStrength);
    return record.kind === 'different' || identifiers.length < 2 ? [] : [{ record, identifiers }];
  });
  const shared = sharedIdentifiers(person.nodes, person.records, rules);
  const joins = [...held.map((one) => heldJoin(one, wording)), ...shared.map((one) => sharedJoin(one, wording))];
  const opening = explainOpening({ nodes: person.nodes, records: person.records, held, shared }, rules, wording);
  return {
    opening: opening.text,
    certainty: opening.certainty,
    sharedWithOthers: sharedWithOthers(person.refused, own, person.personOf, wording.words),
    joins: joins.sort(newestFirst),
    refused: person.refused.map((one) => refusedJoin(one, wording)).sort(newestFirst),
  };
}

function heldJoin<R extends MatchRecord>(
  { record, identifiers }: { readonly record: R; readonly identifiers: readonly NodeRef[] },
  wording: Wording,
): ExplainedJoin<R> {
  const text = recordInWords(record, identifiers, wording);
  return { text, at: record.firstOccurredAt, identifiers, records: [record] };
}

function sharedJoin<R extends MatchRecord>(shared: SharedIdentifier<R>, wording: Wording): ExplainedJoin<R> {
  const { words, sourceName } = wording;
  const text = words.say('resolve.explain.same', {
    day: dayInWords(shared.at, wording),
    sources: namesInWords(shared.sources.map(sourceName), words),
    thing: identifierInWords(shared.identifier.namespace, words),
  });
  return { text, at: shared.at, identifiers: [shared.identifier], records: shared.records };
}

function refusedJoin<R extends MatchRecord>(refused: RefusedJoin<R>, wording: Wording): ExplainedRefusal<R> {
  const { record, a, b } = refused;
  const asked = recordInWords(record, [a, b], wording);
  const because = refusalInWords(refused.reason, wording);
  const text = `${asked} ${wording.words.say('resolve.explain.apart', { because })}`;
  return { text, asked, because, at: record.firstOccurredAt, identifiers: [a, b], records: [record] };
}

/** An identifier of ours that messages of other people name as well: the far end is the other person's stronger identifier. */
function sharedWithOthers(
  refused: readonly RefusedJoin[],
  own: ReadonlySet<number>,
  personOf: (node: number) => number,
  words: Words,
): readonly string[] {
  const others = new Map<number, { readonly namespace: string; readonly persons: Set<number> }>();
  for (const { a, b } of refused) {
    if (!own.has(b.node) || own.has(a.node)) continue;
    const known = others.get(b.node) ?? { namespace: b.namespace, persons: new Set<number>() };
    known.persons.add(personOf(a.node));
    others.set(b.node, known);
  }
  return [...others.values()].map(({ namespace, persons }) =>
    words.say('resolve.explain.shared-with', { thing: identifierInWords(namespace, words), persons: persons.size }),
  );
}

function newestFirst(a: ExplainedJoin, b: ExplainedJoin): number {
  return b.at - a.at || compareText(a.text, b.text);
}
