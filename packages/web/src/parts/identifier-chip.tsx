import { identifierKind } from '@throughline/core/resolve/identifier-in-words';
import type { Identifier } from '../api/identifier.js';
import { sentences } from '../words/sentences.js';
import styles from './identifier-chip.module.css';

/** What somebody is known by: the kind of identifier and its value. */
export function IdentifierChip({ identifier }: { readonly identifier: Identifier }) {
  return (
    <span className={styles.chip}>
      <span className={styles.kind}>{identifierKind(identifier.namespace, sentences())}</span> {identifier.value}
    </span>
  );
}
