import { expect, test } from 'vitest';
import { emptyDraft, withAnswer, withColumn } from './draft.js';

test('answers to questions and columns stand beside each other, the last one of each', () => {
  const said = withAnswer(withAnswer(emptyDraft, 'zone', 'UTC'), 'line-kind', 'call');
  expect(withAnswer(said, 'zone', 'Europe/Berlin').answers.questions).toEqual({
    zone: 'Europe/Berlin',
    'line-kind': 'call',
  });
  expect(withColumn(said, 'tel', { isChosen: false }).answers).toEqual({
    questions: said.answers.questions,
    columns: { tel: { isChosen: false } },
  });
});

test('a column keeps its meaning when it is left out, and is no longer left out when it gets another meaning', () => {
  const meant = withColumn(emptyDraft, 'tel', { meaning: 'phone' });
  const leftOut = withColumn(meant, 'tel', { isChosen: false });
  expect(leftOut.answers.columns).toEqual({ tel: { meaning: 'phone', isChosen: false } });
  expect(withColumn(leftOut, 'tel', { meaning: 'email' }).answers.columns).toEqual({ tel: { meaning: 'email' } });
});
