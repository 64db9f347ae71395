import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonSummary } from '../../../api/customers.js';
import { joinPreview } from '../../../api/joins.js';
import type { Person } from '../../../api/person.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { Sheet } from '../../../parts/sheet.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { PartsBeforeAfter } from '../parts-before-after.js';
import { personName } from '../person-name.js';
import styles from '../split-dialog.module.css';
import { OtherPerson } from './other-person.js';
import { useJoin } from './use-join.js';

type Other = Pick<PersonSummary, 'id' | 'name' | 'recognised' | 'identifiers'>;

interface Props {
  readonly person: Person;
  /** The other one, if it is known already. */
  readonly other?: Other;
  readonly onClose: () => void;
}

/** "This is also …": finds the other record, shows what would come together, and only then decides. */
export function JoinDialog({ person, other: known, onClose }: Props) {
  const { slug } = useWorkspace();
  const [other, setOther] = useState<Other | undefined>(known);
  const [a, b] = [person.identifiers[0], other?.identifiers[0]];
  const pair = a === undefined || b === undefined ? null : { a: plain(a), b: plain(b) };
  const nobody = { namespace: '', value: '' };
  const preview = useQuery({ ...joinPreview(slug, pair ?? { a: nobody, b: nobody }), enabled: pair !== null });
  const joinNow = useJoin(onClose);
  return (
    <Sheet title={word('person.join.title', { name: personName(person) })} onClose={onClose}>
      {known === undefined ? (
        <OtherPerson legend={word('person.join.choose')} except={person.currentId} chosen={other} onChoose={setOther} />
      ) : null}
      {pair === null ? null : preview.isError ? (
        <InlineProblem error={preview.error} />
      ) : preview.data === undefined ? (
        <Loading rows={4} />
      ) : (
        <>
          <p className={styles.sentence}>{preview.data.sentence}</p>
          <PartsBeforeAfter preview={preview.data} />
          <ActionForm
            submit={word('person.join.confirm')}
            onCancel={onClose}
            action={(values) => joinNow(pair, other === undefined ? '' : personName(other), formText(values, 'note'))}
          >
            <TextField label={word('person.split.note')} name="note" autoComplete="off" maxLength={500} />
          </ActionForm>
        </>
      )}
    </Sheet>
  );
}

function plain({ namespace, value }: { readonly namespace: string; readonly value: string }) {
  return { namespace, value };
}
