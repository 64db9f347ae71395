import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview } from '../../../api/files/import-preview.js';
import { sentence } from '../../../format/sentence.js';
import { uniqueKeys } from '../../../format/unique-keys.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { word } from '../../../words/word.js';
import styles from './guide.module.css';
import { PreviewedPersonItem } from './previewed-person.js';

interface Props {
  readonly query: UseQueryResult<ImportPreview>;
  /** A newer proposal is under way. */
  readonly isStale: boolean;
}

const first = 3;

/** Persons and interactions as the import would make them; nothing of it is kept. */
export function PreviewPeople({ query, isStale }: Props) {
  const [isWhole, setWhole] = useState(false);
  const { data } = query;
  const people = data?.persons ?? [];
  const shown = isWhole ? people : people.slice(0, first);
  const names = uniqueKeys(people.map(({ name, identifiers }) => `${name} ${identifiers[0]?.value}`));
  return (
    <section aria-labelledby="guide-preview" data-stale={isStale || query.isPlaceholderData} className={styles.preview}>
      <h2 id="guide-preview">{word('guide.preview')}</h2>
      {query.isError ? <InlineProblem error={query.error} /> : null}
      {data === undefined ? (
        query.isError ? null : (
          <Loading rows={6} />
        )
      ) : (
        <>
          <p className={styles.summary}>
            {word('guide.preview.counts', { ...data.counts, whole: data.isWhole ? 'yes' : 'no' })}
          </p>
          {data.counts.recognised === data.counts.persons ? null : (
            <p className={styles.hint}>
              {word('guide.preview.visitors', { count: data.counts.persons - data.counts.recognised })}
            </p>
          )}
          {data.counts.withoutPerson === 0 ? null : (
            <p className={styles.hint}>{word('guide.preview.withoutPerson', { count: data.counts.withoutPerson })}</p>
          )}
          {data.marked.test === 0 ? null : (
            <p className={styles.hint}>{word('guide.preview.tests', { count: data.marked.test })}</p>
          )}
          {data.marked.internal === 0 ? null : (
            <p className={styles.hint}>{word('guide.preview.staff', { count: data.marked.internal })}</p>
          )}
          {data.counts.passedOver === 0 ? null : (
            <p className={styles.hint}>{word('guide.preview.passedOver', { count: data.counts.passedOver })}</p>
          )}
          <ul className={styles.people}>
            {shown.map((person, at) => (
              <PreviewedPersonItem key={names[at]} person={person} />
            ))}
          </ul>
          {shown.length < people.length ? (
            <Button look="quiet" onPress={() => setWhole(true)}>
              {word('guide.preview.more', { count: people.length - shown.length })}
            </Button>
          ) : null}
          {data.setAside.length === 0 ? null : (
            <details>
              <summary>{word('guide.preview.setAside', { count: data.counts.setAside })}</summary>
              <ul className={styles.reasons}>
                {uniqueKeys(data.setAside.map(({ reason }) => reason)).map((key, at) => (
                  <li key={key}>{sentence(data.setAside[at]?.reason ?? '')}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </section>
  );
}
