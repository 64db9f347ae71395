import type { ColumnAnswer } from '@throughline/core/collect/proposal/answers';
import type { ColumnProposal } from '@throughline/core/collect/proposal/column-proposal';
import { type Meaning, meanings } from '@throughline/core/collect/proposal/meaning';
import { word } from '../../../words/word.js';
import { Emphasised } from './emphasised.js';
import styles from './guide.module.css';
import { said } from './said.js';
import { wordsOfUse } from './words-of-use.js';

interface Props {
  readonly column: ColumnProposal;
  readonly onAnswer: (answer: ColumnAnswer) => void;
}

/** One column as a question whose answer is chosen already; another meaning can be given. */
export function ColumnItem({ column, onAnswer }: Props) {
  const name = column.column === '' ? word('guide.column.unnamed', { number: column.position + 1 }) : column.column;
  const cannot = column.whyLeftOut === 'name-unusable' || column.whyLeftOut === 'empty';
  const use = word(wordsOfUse(column));
  return (
    <li className={styles.column} data-left-out={!column.isChosen}>
      <div>
        <p>
          {column.column === '' ? <strong>{name} </strong> : null}
          <Emphasised text={`${said(column.sentence).trim()}.`} words={[column.column]} />
        </p>
        <p className={styles.hint}>{said(column.evidence)}</p>
        {column.examples.length === 0 ? null : (
          <p className={styles.examples}>
            {column.examples.map((example) => (
              <span key={example}>{example.length > 80 ? `${example.slice(0, 80)} …` : example}</span>
            ))}
          </p>
        )}
        {column.whyLeftOut === null ? null : (
          <p className={styles.leftOut}>{word(`guide.leftOut.${column.whyLeftOut}`)}</p>
        )}
      </div>
      {cannot ? null : (
        <div className={styles.choice}>
          <label>
            <input
              type="checkbox"
              checked={column.isChosen}
              aria-label={`${use}: ${name}`}
              onChange={({ target: { checked } }) => onAnswer({ isChosen: checked })}
            />
            {use}
          </label>
          <select
            className={styles.input}
            aria-label={word('guide.column.meaning', { column: name })}
            value={column.meaning}
            onChange={({ target: { value } }) => onAnswer({ meaning: meaningOf(value) })}
          >
            <option value={column.meaning}>{word(`meaning.${column.meaning}`)}</option>
            {column.alternatives.length === 0 ? null : (
              <optgroup label={word('guide.column.rather')}>{column.alternatives.map(option)}</optgroup>
            )}
            <optgroup label={word('guide.column.other')}>{othersThan(column).map(option)}</optgroup>
          </select>
        </div>
      )}
    </li>
  );
}

function option(meaning: Meaning) {
  return (
    <option key={meaning} value={meaning}>
      {word(`meaning.${meaning}`)}
    </option>
  );
}

function othersThan({ meaning, alternatives }: ColumnProposal): readonly Meaning[] {
  const shown: ReadonlySet<Meaning> = new Set([meaning, 'empty', 'nested', ...alternatives]);
  return meanings.filter((one) => !shown.has(one));
}

function meaningOf(value: string): Meaning {
  return meanings.find((meaning) => meaning === value) ?? 'text';
}
