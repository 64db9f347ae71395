import { useState } from 'react';
import type { Comparison } from '../../../api/comparison.js';
import { uniqueKeys } from '../../../format/unique-keys.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { word } from '../../../words/word.js';
import { LaterJoinDialog } from '../join/later-join-dialog.js';
import styles from './compare.module.css';
import { ComparedFacts } from './compared-facts.js';
import { LastInteractions } from './last-interactions.js';

/** Why the two are not one, the facts side by side, and what each did last. An admin can decide that they are one after all. */
export function Compared({ comparison }: { readonly comparison: Comparison }) {
  const { isAdmin } = useWorkspace();
  const [joining, setJoining] = useState(false);
  const { a, b, why } = comparison;
  const keys = uniqueKeys(why);
  return (
    <>
      <section aria-labelledby="why" className={styles.why}>
        <h2 id="why">{word('compare.why')}</h2>
        {why.map((sentence, index) => (
          <p key={keys[index]}>{sentence}</p>
        ))}
        {isAdmin ? (
          <div>
            <Button onPress={() => setJoining(true)}>{word('compare.join')}</Button>
          </div>
        ) : null}
      </section>
      {joining ? (
        <LaterJoinDialog person={a} other={{ ...b, id: b.currentId }} onClose={() => setJoining(false)} />
      ) : null}
      <ComparedFacts comparison={comparison} />
      <div className={styles.sides}>
        <LastInteractions person={a} />
        <LastInteractions person={b} />
      </div>
    </>
  );
}
