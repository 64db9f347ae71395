import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Identifier } from '../../api/identifier.js';
import { type Join, splitPreview } from '../../api/joins.js';
import type { Person } from '../../api/person.js';
import { formText } from '../../format/form-text.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { InlineProblem } from '../../parts/inline-problem.js';
import { Loading } from '../../parts/loading.js';
import { Sheet } from '../../parts/sheet.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { OddOneChoice } from './odd-one-choice.js';
import { PartsBeforeAfter } from './parts-before-after.js';
import styles from './split-dialog.module.css';
import { useSplit } from './use-split.js';

interface Props {
  readonly join: Join;
  readonly person: Person;
  readonly onClose: () => void;
}

/** "This is not the same person": which belongs to somebody else, what would move, and only then the decision. */
export function SplitDialog({ join, person, onClose }: Props) {
  const { slug } = useWorkspace();
  const [odd, setOdd] = useState<Identifier | undefined>(join.identifiers.at(-1));
  const other = join.identifiers.find((identifier) => identifier !== odd);
  const pair = odd === undefined || other === undefined ? null : { a: other, b: odd };
  const preview = useQuery({
    ...splitPreview(
      slug,
      person.currentId,
      pair ?? { a: { namespace: '', value: '' }, b: { namespace: '', value: '' } },
    ),
    enabled: pair !== null,
  });
  const splitNow = useSplit(person, onClose);
  return (
    <Sheet title={word('person.split.title')} onClose={onClose}>
      {join.identifiers.length > 2 ? <OddOneChoice identifiers={join.identifiers} odd={odd} onChoose={setOdd} /> : null}
      {preview.isError ? <InlineProblem error={preview.error} /> : null}
      {preview.data === undefined ? (
        preview.isError ? null : (
          <Loading rows={4} />
        )
      ) : (
        <>
          <p className={styles.sentence}>{preview.data.sentence}</p>
          <PartsBeforeAfter preview={preview.data} />
        </>
      )}
      {pair === null || preview.data === undefined ? null : (
        <ActionForm
          submit={word('person.split.confirm')}
          look="danger"
          onCancel={onClose}
          action={(values) => splitNow(pair, formText(values, 'note'))}
        >
          <TextField label={word('person.split.note')} name="note" autoComplete="off" maxLength={500} />
        </ActionForm>
      )}
    </Sheet>
  );
}
