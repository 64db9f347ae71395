import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WhatIfPart, WhatIfSample } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { word } from '../../../words/word.js';
import styles from './rules.module.css';

/** Some people as they are, and as they would be. */
export function WhatIfSamples({ samples }: { readonly samples: readonly WhatIfSample[] }) {
  if (samples.length === 0) return null;
  return (
    <section aria-labelledby="samples">
      <h3 id="samples" className={styles.subject}>
        {word('rules.whatIf.samples')}
      </h3>
      <ol className={styles.samples}>
        {samples.map((sample) => (
          <li key={`${sample.kind} ${sample.before.persons.map(({ id }) => id).join(' ')}`} className={styles.sample}>
            <Before persons={sample.before} />
            <After persons={sample.after} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Before({ persons: { persons, more } }: { readonly persons: WhatIfSample['before'] }) {
  const { slug } = useWorkspace();
  return (
    <Side label={word('rules.whatIf.now')} more={more}>
      {persons.map(({ id, name, ...part }) => (
        <li key={id}>
          <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: id }} target="_blank">
            {name ?? word('rules.hubs.unnamed')}
          </Link>
          <Part part={part} />
        </li>
      ))}
    </Side>
  );
}

function After({ persons: { persons, more } }: { readonly persons: WhatIfSample['after'] }) {
  return (
    <Side label={word('rules.whatIf.then')} more={more}>
      {persons.map(({ name, ...part }) => (
        <li key={part.identifiers.map(({ namespace, value }) => `${namespace} ${value}`).join('\n')}>
          {name ?? word('rules.hubs.unnamed')}
          <Part part={part} />
        </li>
      ))}
    </Side>
  );
}

interface SideProps {
  readonly label: string;
  readonly more: number;
  readonly children: ReactNode;
}

function Side({ label, more, children }: SideProps) {
  return (
    <div>
      <p className={styles.meta}>{label}</p>
      <ul className={styles.persons}>
        {children}
        {more > 0 ? <li className={styles.meta}>{word('rules.whatIf.more', { count: more })}</li> : null}
      </ul>
    </div>
  );
}

function Part({ part: { identifiers, moreIdentifiers } }: { readonly part: WhatIfPart }) {
  return (
    <ul className={styles.chips}>
      {identifiers.map((identifier) => (
        <li key={`${identifier.namespace} ${identifier.value}`}>
          <IdentifierChip identifier={identifier} />
        </li>
      ))}
      {moreIdentifiers > 0 ? (
        <li className={styles.meta}>{word('rules.whatIf.more', { count: moreIdentifiers })}</li>
      ) : null}
    </ul>
  );
}
