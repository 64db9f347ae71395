import { compareText } from './compare-text.js';
import { identifierInWords } from './identifier-in-words.js';
import { identifiersInWords } from './identifiers-in-words.js';
import type { JoinRules } from './join-rules.js';
import type { MatchRecord } from './match-record.js';
import { namesInWords } from './names-in-words.js';
import type { NodeRef } from './node-ref.js';
import { type SharedIdentifier, sharedIdentifiers } from './shared-identifiers.js';
import type { Wording } from './wording.js';

/** How sure we are that identifiers are one person; `alone`: there is one identifier only, so nothing was joined. */
export type Certainty = 'alone' | 'sure' | 'probable';

/** The finding first: the best reason there is, and how sure it makes us. */
export function explainOpening(
  person: {
    readonly nodes: readonly NodeRef[];
    readonly records: readonly MatchRecord[];
    readonly held: readonly { readonly record: MatchRecord; readonly identifiers: readonly NodeRef[] }[];
    readonly shared: readonly SharedIdentifier[];
  },
  rules: JoinRules,
  wording: Wording,
): { readonly certainty: Certainty; readonly text: string } {
  const { nodes, records, held, shared } = person;
  const { words, sourceName } = wording;
  if (nodes.length === 1) return { certainty: 'alone', text: alone(nodes, records, wording) };
  const firmlyShared = sharedIdentifiers(
    nodes,
    records.filter(({ strength }) => strength !== 'weak'),
    rules,
  );
  const durable = firmlyShared.find(({ identifier }) => rules.isDurable(identifier));
  if (durable !== undefined) {
    return { certainty: 'sure', text: sharedOpening('resolve.explain.opening-shared', durable, wording) };
  }
  if (held.some(({ record }) => record.kind === 'same')) {
    return { certainty: 'sure', text: words.say('resolve.explain.opening-decided') };
  }
  const firm = most(held.filter(({ record }) => record.strength !== 'weak'));
  if (firm !== undefined) {
    const source = sourceName(firm.record.source);
    const things = identifiersInWords(firm.identifiers, words);
    return { certainty: 'sure', text: words.say('resolve.explain.opening-together', { source, things }) };
  }
  const [loose] = shared;
  if (loose !== undefined) {
    return { certainty: 'probable', text: sharedOpening('resolve.explain.opening-shared-loosely', loose, wording) };
  }
  const visit = most(held);
  const source = visit === undefined ? '' : sourceName(visit.record.source);
  const things = identifiersInWords(visit?.identifiers ?? nodes, words);
  return { certainty: 'probable', text: words.say('resolve.explain.opening-probable', { source, things }) };
}

function alone(nodes: readonly NodeRef[], records: readonly MatchRecord[], { words, sourceName }: Wording): string {
  const named = records.filter(({ kind }) => kind === 'message' || kind === 'alias');
  const sources = [...new Set(named.map(({ source }) => source))].sort((a, b) => a - b);
  const thing = nodes.map(({ namespace }) => identifierInWords(namespace, words)).join();
  if (sources.length === 0) return words.say('resolve.explain.opening-alone', { thing });
  return words.say('resolve.explain.opening-alone-from', {
    thing,
    sources: namesInWords(sources.map(sourceName), words),
  });
}

function sharedOpening(
  key: 'resolve.explain.opening-shared' | 'resolve.explain.opening-shared-loosely',
  { identifier, sources }: SharedIdentifier,
  { words, sourceName }: Wording,
): string {
  return words.say(key, {
    sources: namesInWords(sources.map(sourceName), words),
    count: sources.length,
    thing: identifierInWords(identifier.namespace, words),
  });
}

/** The record that names most; of several, the first by time, so that the sentence does not change from one reading to the next. */
function most<T extends { readonly record: MatchRecord; readonly identifiers: readonly NodeRef[] }>(
  held: readonly T[],
): T | undefined {
  return [...held].sort(
    (a, b) =>
      b.identifiers.length - a.identifiers.length ||
      a.record.firstOccurredAt - b.record.firstOccurredAt ||
      compareText(a.record.key, b.record.key),
  )[0];
}
