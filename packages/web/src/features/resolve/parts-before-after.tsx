import type { SplitPreview } from '../../api/joins.js';
import { IdentifierChip } from '../../parts/identifier-chip.js';
import { word } from '../../words/word.js';
import styles from './split-dialog.module.css';

/** Who is who now, and who would be who: identifiers and interactions of each. */
export function PartsBeforeAfter({ preview }: { readonly preview: SplitPreview }) {
  return (
    <div className={styles.sides}>
      <Side title={word('person.split.before')} parts={preview.before} />
      <Side title={word('person.split.after')} parts={preview.after} />
    </div>
  );
}

function Side({ title, parts }: { readonly title: string; readonly parts: SplitPreview['before'] }) {
  return (
    <section aria-label={title}>
      <h3 className={styles.sideTitle}>{title}</h3>
      <ul className={styles.parts}>
        {parts.map((part, index) => (
          <li key={part.identifiers.map(({ namespace, value }) => `${namespace} ${value}`).join('|')}>
            <p className={styles.partTitle}>
              {parts.length === 1 ? word('person.split.one') : word('person.split.person', { number: index + 1 })},{' '}
              {word('person.split.interactions', { count: part.interactions })}
            </p>
            <div className={styles.chips}>
              {part.identifiers.map((identifier) => (
                <IdentifierChip key={`${identifier.namespace} ${identifier.value}`} identifier={identifier} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
