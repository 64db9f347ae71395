import type { Question } from '@throughline/core/collect/proposal/question';
import { useId } from 'react';
import { placeChoices } from '../../../format/place-choices.js';
import { word } from '../../../words/word.js';
import { Emphasised } from './emphasised.js';
import styles from './guide.module.css';
import { said } from './said.js';

interface Props {
  readonly question: Question;
  /** What was answered; it shows at once, before it is worked in. */
  readonly given: string | undefined;
  readonly onAnswer: (value: string) => void;
}

/** One question: few answers stand side by side, many in the browser's own list. What is pre-chosen is chosen. */
export function QuestionField({ question: proposed, given, onAnswer }: Props) {
  const id = useId();
  const isAnswer = given !== undefined && (proposed.takesText || proposed.choices.some(({ value }) => value === given));
  const question = isAnswer ? { ...proposed, chosen: given } : proposed;
  const { sentence, columns, example, chosen } = question;
  const text = <Emphasised text={said(sentence)} words={[...columns, example ?? '']} />;
  const choices = choicesOf(question);
  if (choices.length > 0 && choices.length <= 4) {
    return (
      <fieldset className={styles.question} data-open={chosen === null}>
        <legend>
          {text} {chosen === null ? <span className={styles.open}>{word('guide.open')}</span> : null}
        </legend>
        <div className={styles.answers}>
          {choices.map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name={id} value={value} checked={value === chosen} onChange={() => onAnswer(value)} />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
    );
  }
  return (
    <div className={styles.question} data-open={chosen === null}>
      <label htmlFor={id}>
        {text} {chosen === null ? <span className={styles.open}>{word('guide.open')}</span> : null}
      </label>
      {choices.length === 0 || question.topic === 'as-of' ? (
        <input
          key={chosen}
          id={id}
          className={styles.input}
          type={question.topic === 'as-of' ? 'date' : 'text'}
          defaultValue={chosen ?? ''}
          onBlur={({ target: { value } }) => {
            if (value !== '' && value !== chosen) onAnswer(value);
          }}
        />
      ) : (
        <select
          id={id}
          className={styles.input}
          value={chosen ?? ''}
          onChange={({ target: { value } }) => {
            if (value !== '') onAnswer(value);
          }}
        >
          {chosen === null ? <option value="">{word('guide.choose')}</option> : null}
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** Of zones all that there are; a year may be another than those near by. */
function choicesOf({
  topic,
  choices,
  chosen,
}: Question): readonly { readonly value: string; readonly label: string }[] {
  if (topic === 'zone') return placeChoices.zones();
  const given = choices.map(({ value, sentence }) => ({ value, label: said(sentence) }));
  const isKnown = chosen === null || given.some(({ value }) => value === chosen);
  return isKnown ? given : [...given, { value: chosen, label: chosen }];
}
