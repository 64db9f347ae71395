import type { KnownIdentifier } from '../../api/person.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { IdentifierChip } from '../../parts/identifier-chip.js';
import { word } from '../../words/word.js';
import styles from './facts.module.css';

/** Everything somebody is known by, and which systems know it. */
export function IdentifierList({ identifiers }: { readonly identifiers: readonly KnownIdentifier[] }) {
  const { formats } = useWorkspace();
  return (
    <section aria-labelledby="identifiers">
      <h2 id="identifiers">{word('person.identifiers')}</h2>
      <ul className={styles.list}>
        {identifiers.map((identifier) => (
          <li key={`${identifier.namespace} ${identifier.value}`}>
            <IdentifierChip identifier={identifier} />
            <span className={styles.origin}>
              {word('person.identifiers.from', {
                sources: identifier.sources.join(', '),
                at: formats.day(identifier.firstAt),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
