import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import { useState } from 'react';
import { word } from '../../../words/word.js';
import { type Draft, withAnswer } from './draft.js';
import styles from './guide.module.css';
import { QuestionField } from './question-field.js';

interface Props {
  readonly proposal: Proposal;
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

/** What the file does not say surely. The name of the system is asked where the import is started. */
export function QuestionList({ proposal: { questions }, draft, onChange }: Props) {
  const [places] = useState(() => new Map<string, number>());
  const asked = questions.filter(({ topic }) => topic !== 'source-name');
  // What was answered stays where it is, and so does the focus.
  for (const { id } of asked) if (!places.has(id)) places.set(id, places.size);
  const placed = asked.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
  return (
    <section aria-labelledby="guide-questions" className={styles.questions}>
      <h2 id="guide-questions">{word('guide.questions')}</h2>
      {placed.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          given={draft.answers.questions?.[question.id]}
          onAnswer={(value) => onChange(withAnswer(draft, question.id, value))}
        />
      ))}
    </section>
  );
}
