import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { type PersonSummary, peopleFound } from '../../../api/customers.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { LiveRegion } from '../../../parts/live-region.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import { personName } from '../person-name.js';
import styles from '../split-dialog.module.css';

interface Props {
  /** What the question is. */
  readonly legend: string;
  /** Id of who is not among the answers. */
  readonly except: string | undefined;
  readonly chosen: Pick<PersonSummary, 'id'> | undefined;
  readonly onChoose: (other: PersonSummary) => void;
}

/** Finds a person by anything they are known by, and lets one of those found be chosen. */
export function OtherPerson({ legend, except, chosen, onChoose }: Props) {
  const { slug } = useWorkspace();
  const name = useId();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = useQuery({ ...peopleFound(slug, q), enabled: q.length > 1 });
  const found = q.length > 1 ? (query.data?.items ?? []).filter(({ id }) => id !== except) : [];
  return (
    <>
      <TextField label={word('customers.search')} value={typed} onChange={setTyped} autoComplete="off" autoFocus />
      {query.isError ? <InlineProblem error={query.error} /> : null}
      <LiveRegion
        text={query.isSuccess && q.length > 1 ? word('customers.found', { count: found.length, more: 'no' }) : ''}
      />
      {query.isSuccess && q.length > 1 && found.length === 0 ? <p>{word('customers.noMatch.title', { q })}</p> : null}
      {found.length === 0 ? null : (
        <fieldset className={styles.choices}>
          <legend>{legend}</legend>
          {found.map((one) => (
            <label key={one.id} className={styles.choice}>
              <input type="radio" name={name} checked={one.id === chosen?.id} onChange={() => onChoose(one)} />
              <span>{personName(one)}</span>
              {one.because === undefined ? null : <small>{one.because}</small>}
              {one.identifiers.map((identifier) => (
                <IdentifierChip key={`${identifier.namespace} ${identifier.value}`} identifier={identifier} />
              ))}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
