import { formText } from '../../../format/form-text.js';
import { shownValue } from '../../../format/shown-value.js';
import { traitName } from '../../../format/trait-name.js';
import { ActionForm } from '../../../parts/action-form.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { useSettle } from './use-settle.js';
import styles from './values.module.css';

export interface Settling {
  readonly person: string;
  readonly name: string | null;
  readonly trait: string;
  /** Undefined: none that a system says, but one to be entered. */
  readonly value?: unknown;
}

interface Props {
  readonly settling: Settling;
  readonly onClose: () => void;
}

/** Decides which value is right, and why: a decision without a reason helps nobody later. */
export function SettleDialog({ settling: { person, name, trait, value }, onClose }: Props) {
  const settle = useSettle(onClose);
  const who = name ?? word('rules.hubs.unnamed');
  return (
    <Sheet title={word('values.settle.title', { trait: traitName(trait), who })} onClose={onClose}>
      <ActionForm
        submit={word('values.settle.confirm')}
        onCancel={onClose}
        action={(values) =>
          settle(person, {
            trait,
            value: value === undefined ? formText(values, 'value').trim() : value,
            note: formText(values, 'note').trim(),
          })
        }
      >
        {value === undefined ? (
          <TextField label={word('values.settle.value')} name="value" isRequired autoComplete="off" maxLength={500} />
        ) : (
          <p className={styles.right}>{shownValue(value)}</p>
        )}
        <p>{word('values.settle.text')}</p>
        <TextField label={word('values.settle.note')} name="note" isRequired autoComplete="off" maxLength={500} />
      </ActionForm>
    </Sheet>
  );
}
