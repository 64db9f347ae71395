import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonSummary } from '../../../api/customers.js';
import { person } from '../../../api/person.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { word } from '../../../words/word.js';
import { OtherPerson } from '../join/other-person.js';
import { personName } from '../person-name.js';
import styles from './compare.module.css';

const route = getRouteApi('/w/$workspace/compare');

/** Finds the persons who are to be compared, one after the other; `first` is the id of one who is known already. */
export function ChooseTwo({ first }: { readonly first: string | undefined }) {
  const { slug } = useWorkspace();
  const navigate = route.useNavigate();
  const query = useQuery({ ...person(slug, first ?? ''), enabled: first !== undefined });
  const [chosen, setChosen] = useState<PersonSummary | undefined>();
  const choose = (one: PersonSummary) => {
    setChosen(one);
    void navigate({ search: first === undefined ? { a: one.id } : { a: first, b: one.id } });
  };
  if (query.isError) return <InlineProblem error={query.error} />;
  if (first !== undefined && query.data === undefined) return <Loading rows={3} />;
  const known = query.data?.person;
  return (
    <div className={styles.choose}>
      {known === undefined ? null : <p>{word('compare.with', { name: personName(known) })}</p>}
      <OtherPerson
        legend={word(known === undefined ? 'compare.chooseFirst' : 'compare.chooseSecond')}
        except={known?.currentId}
        chosen={chosen}
        onChoose={choose}
      />
    </div>
  );
}
