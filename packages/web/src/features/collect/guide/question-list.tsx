import type { Proposal } from '@throughline/core/collect/proposal/proposal';
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
export function QuestionList({ proposal: { questions, lineKind }, draft, onChange }: Props) {
  const asked = questions.filter(({ topic }) => topic !== 'source-name');
  return (
    <section aria-labelledby="guide-questions" className={styles.questions}>
      <h2 id="guide-questions">{word('guide.questions')}</h2>
      {asked.map((question) => (
        <QuestionField
          key={`${question.id} ${lineKind}`}
          question={question}
          onAnswer={(value) => onChange(withAnswer(draft, question.id, value))}
        />
      ))}
    </section>
  );
}
