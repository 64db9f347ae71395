import { dayInWords } from '@throughline/core/resolve/day-in-words';
import { identifiersInWords } from '@throughline/core/resolve/identifiers-in-words';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import type { Wording } from '@throughline/core/resolve/wording';
import type { ExplainedPerson } from './explained-person.js';
import type { StoredRecord } from './load-component.js';
import type { JoinsAnswer } from './person-schema.js';

type Join = JoinsAnswer['joins'][number];

const mostListed = 1_000;

/**
 * Every reason for and against, newest first: joins held, joins refused, and decisions that people are different.
 * An identifier that several sources know is a reason only where it joins others: on its own it is the whole person.
 */
export function listJoins(explained: ExplainedPerson, wording: Wording): JoinsAnswer {
  const joins = [...held(explained, wording), ...refused(explained, wording), ...keptApart(explained, wording)].sort(
    (a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : Number(b.held) - Number(a.held)),
  );
  return { joins: joins.slice(0, mostListed), leftOut: Math.max(0, joins.length - mostListed) };
}

function held({ joins, nodes }: ExplainedPerson, wording: Wording): readonly Join[] {
  if (nodes.length < 2) return [];
  return joins.flatMap(({ text, at, identifiers, records }) => {
    const isShared = identifiers.length === 1;
    const record = isShared ? records.find(({ firstOccurredAt }) => firstOccurredAt === at) : records[0];
    if (record === undefined) return [];
    return [
      {
        ...describe(record, at, identifiers, wording),
        ...(isShared ? { kind: 'shared' as const, decidedBy: null } : {}),
        held: true,
        refusedBecause: null,
        sentence: text,
      },
    ];
  });
}

function refused({ refused: joins }: ExplainedPerson, wording: Wording): readonly Join[] {
  return joins.flatMap(({ asked, because, at, identifiers, records: [record] }) =>
    record === undefined
      ? []
      : [{ ...describe(record, at, identifiers, wording), held: false, refusedBecause: because, sentence: asked }],
  );
}

function keptApart({ records }: ExplainedPerson, wording: Wording): readonly Join[] {
  return records
    .filter(({ kind }) => kind === 'different')
    .map((record) => ({
      ...describe(record, record.firstOccurredAt, record.nodes, wording),
      held: false,
      refusedBecause: null,
      sentence: wording.words.say('resolve.explain.decided-different', {
        day: dayInWords(record.firstOccurredAt, wording),
        things: identifiersInWords(record.nodes, wording.words),
      }),
    }));
}

function describe(record: StoredRecord, at: number, identifiers: readonly NodeRef[], wording: Wording) {
  return {
    match: record.id,
    at: new Date(at).toISOString(),
    source: wording.sourceName(record.source),
    kind: record.kind,
    strength: record.strength,
    identifiers: identifiers.map(({ namespace, value }) => ({ namespace, value })),
    decidedBy: record.decidedBy,
  };
}
