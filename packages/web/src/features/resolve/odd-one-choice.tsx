import { useId } from 'react';
import type { Identifier } from '../../api/identifier.js';
import { IdentifierChip } from '../../parts/identifier-chip.js';
import { word } from '../../words/word.js';
import styles from './split-dialog.module.css';

interface Props {
  readonly identifiers: readonly Identifier[];
  readonly odd: Identifier | undefined;
  readonly onChoose: (odd: Identifier) => void;
}

/** One message named more than two identifiers: which of them is somebody else's? */
export function OddOneChoice({ identifiers, odd, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{word('person.split.choose')}</legend>
      {identifiers.map((identifier) => (
        <label key={`${identifier.namespace} ${identifier.value}`} className={styles.choice}>
          <input type="radio" name={name} checked={identifier === odd} onChange={() => onChoose(identifier)} />
          <IdentifierChip identifier={identifier} />
        </label>
      ))}
    </fieldset>
  );
}
