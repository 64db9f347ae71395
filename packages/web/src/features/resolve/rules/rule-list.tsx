import { ruleInWords, ruleSubjectInWords } from '@throughline/core/resolve/rule-in-words';
import { useState } from 'react';
import type { Rules } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import { RuleDialog } from './rule-dialog.js';
import styles from './rules.module.css';
import { UndoRules } from './undo-rules.js';

/** Every rule in sentences, the strongest identifier first; an admin changes one after seeing what that would do. */
export function RuleList({ rules: { document, version, applying } }: { readonly rules: Rules }) {
  const { isAdmin } = useWorkspace();
  const [changing, setChanging] = useState<string>();
  const mayChange = isAdmin && applying === null;
  const listed = Object.entries(document.namespaces).sort(([, a], [, b]) => b.priority - a.priority);
  return (
    <section aria-labelledby="rules" className={styles.section}>
      <h2 id="rules" className={styles.heading}>
        {word('rules.list')}
      </h2>
      {isAdmin ? null : <p className={styles.meta}>{word('app.viewerOnly')}</p>}
      <ul className={styles.list}>
        {listed.map(([namespace, rule]) => (
          <li key={namespace} className={styles.item}>
            <h3 className={styles.subject}>{ruleSubjectInWords(namespace, sentences())}</h3>
            {ruleInWords(namespace, rule, sentences()).map((text) => (
              <p key={text}>{text}</p>
            ))}
            {mayChange ? (
              <div className={styles.acts}>
                <Button
                  aria-label={`${word('rules.change')}: ${ruleSubjectInWords(namespace, sentences())}`}
                  onPress={() => setChanging(namespace)}
                >
                  {word('rules.change')}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange && version > 0 ? <UndoRules /> : null}
      {changing === undefined ? null : (
        <RuleDialog namespace={changing} document={document} onClose={() => setChanging(undefined)} />
      )}
    </section>
  );
}
