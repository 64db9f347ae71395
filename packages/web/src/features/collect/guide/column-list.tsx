import type { ColumnProposal } from '@throughline/core/collect/proposal/column-proposal';
import { useState } from 'react';
import { Button } from '../../../parts/button.js';
import { word } from '../../../words/word.js';
import { ColumnItem } from './column-item.js';
import { type Draft, withColumn } from './draft.js';
import styles from './guide.module.css';

interface Props {
  readonly columns: readonly ColumnProposal[];
  readonly draft: Draft;
  readonly onChange: (next: Draft) => void;
}

/** Of a file with hundreds of columns so many are drawn until all are asked for. */
const first = 60;

/** Column by column: what it looks like, why, and whether it is taken. */
export function ColumnList({ columns, draft, onChange }: Props) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? columns : columns.slice(0, first);
  return (
    <section aria-labelledby="guide-columns">
      <h2 id="guide-columns">{word('guide.columns')}</h2>
      <ul className={styles.columns}>
        {shown.map((column) => (
          <ColumnItem
            key={column.position}
            column={answered(column, draft)}
            onAnswer={(answer) => onChange(withColumn(draft, column.column, answer))}
          />
        ))}
      </ul>
      {shown.length < columns.length ? (
        <Button onPress={() => setWhole(true)}>{word('guide.columns.all', { count: columns.length })}</Button>
      ) : null}
    </section>
  );
}

/** An answer shows at once, before it is worked in. */
function answered(column: ColumnProposal, { answers }: Draft): ColumnProposal {
  const { meaning = column.meaning, isChosen = column.isChosen } = answers.columns?.[column.column] ?? {};
  const cannot = column.whyLeftOut === 'name-unusable';
  return cannot ? column : { ...column, meaning, isChosen };
}
