import { refusalInWords } from '@throughline/core/resolve/refusal-in-words';
import type { Words } from '@throughline/core/words/words';
import { z } from 'zod';
import type { IdentityFrame } from '../customers/identity-frame.js';
import { identifierSchema } from '../customers/person-schema.js';
import type { StoredJoinList } from './join-list.sql.js';
import type { JudgedLine, JudgedList } from './judged-list.js';

export const previewSchema = z.object({
  opening: z.string(),
  joins: z.number().describe('Lines that would be decided.'),
  personsBefore: z.number(),
  personsAfter: z.number(),
  lines: z
    .array(
      z.object({
        line: z.number(),
        a: identifierSchema.nullable(),
        b: identifierSchema.nullable(),
        reason: z.string().nullable(),
        verdict: z.enum(['joins', 'already-one', 'unknown', 'blocked', 'refused', 'unreadable']),
        sentence: z.string(),
      }),
    )
    .readonly(),
});

export const joinListSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['applying', 'applied', 'undoing', 'undone', 'interrupted']),
  decisions: z.number(),
  standing: z.number().describe('How many of the decisions stand now.'),
  madeBy: z.string(),
  madeAt: z.string(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
});

export function describePreview(
  { lines, personsBefore, personsAfter, takenOff }: JudgedList,
  frame: IdentityFrame,
  words: Words,
): z.infer<typeof previewSchema> {
  const described = lines.map((line) => describeLine(line, frame, words));
  const count = (...verdicts: readonly string[]) =>
    described.filter(({ verdict }) => verdicts.includes(verdict)).length;
  return {
    opening: words.say('resolve.join-list.opening', {
      joins: count('joins'),
      before: personsBefore,
      after: personsAfter,
      off: takenOff,
      already: count('already-one'),
      unknown: count('unknown', 'unreadable'),
      refused: count('refused', 'blocked'),
    }),
    joins: count('joins'),
    personsBefore,
    personsAfter,
    lines: described,
  };
}

function describeLine(
  line: JudgedLine,
  frame: IdentityFrame,
  words: Words,
): z.infer<typeof previewSchema>['lines'][number] {
  const { say } = words;
  if (line.type === 'unreadable') {
    const sentence = say('resolve.join-list.unreadable', { text: line.text });
    return { line: line.line, a: null, b: null, reason: null, verdict: 'unreadable', sentence };
  }
  const { a, b, reason, verdict } = line;
  const base = { line: line.line, a, b, reason: reason ?? null, verdict: verdict.type };
  switch (verdict.type) {
    case 'joins':
      return { ...base, sentence: say('resolve.join-list.joins') };
    case 'already-one':
      return { ...base, sentence: say('resolve.join-list.already-one') };
    case 'blocked':
      return { ...base, sentence: say('resolve.join-list.blocked') };
    case 'unknown':
      return { ...base, sentence: say('resolve.join-list.unknown', { which: verdict.which }) };
    case 'refused': {
      const because = refusalInWords(verdict.reason, { sourceName: frame.sourceName, words });
      return { ...base, sentence: say('resolve.join-list.refused', { because }) };
    }
  }
}

export function describeJoinList(list: StoredJoinList): z.infer<typeof joinListSchema> {
  const { id, name, decisions, standing, madeBy, undoneBy } = list;
  return {
    id,
    name,
    decisions,
    standing,
    madeBy,
    undoneBy,
    state: stateOf(list),
    madeAt: list.madeAt.toISOString(),
    undoneAt: list.undoneAt?.toISOString() ?? null,
  };
}

function stateOf({ isHandedOver, isSettled, undoneAt }: StoredJoinList): z.infer<typeof joinListSchema>['state'] {
  if (undoneAt !== null) return isSettled ? 'undone' : 'undoing';
  if (!isHandedOver) return 'interrupted';
  return isSettled ? 'applied' : 'applying';
}
