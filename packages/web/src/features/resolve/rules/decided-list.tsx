import { useMutation } from '@tanstack/react-query';
import { type DecidedHub, decideHub } from '../../../api/rules.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import styles from './rules.module.css';
import { useRulesChanged } from './use-rules-changed.js';

/** What somebody said about single identifiers; each can be taken back. */
export function DecidedList({ decided }: { readonly decided: readonly DecidedHub[] }) {
  if (decided.length === 0) return null;
  return (
    <section aria-labelledby="decided" className={styles.section}>
      <h2 id="decided" className={styles.heading}>
        {word('rules.decided')}
      </h2>
      <ul className={styles.list}>
        {decided.map((one) => (
          <DecidedItem key={`${one.decision} ${one.namespace} ${one.value}`} decided={one} />
        ))}
      </ul>
    </section>
  );
}

function DecidedItem({ decided }: { readonly decided: DecidedHub }) {
  const { slug, isAdmin } = useWorkspace();
  const changed = useRulesChanged();
  const takeBack = useMutation({
    mutationFn: () => decideHub(slug, decided, 'detect'),
    onSuccess: async (answer) => {
      notices.say(answer.sentence);
      await changed();
    },
  });
  return (
    <li className={styles.item}>
      <p>
        <IdentifierChip identifier={decided} />{' '}
        {word(decided.decision === 'one-person' ? 'rules.decided.onePerson' : 'rules.decided.leaveOut')}
      </p>
      {isAdmin ? (
        <div className={styles.acts}>
          <Button
            isPending={takeBack.isPending}
            aria-label={`${word('rules.decided.detect')}: ${decided.value}`}
            onPress={() => takeBack.mutate()}
          >
            {word('rules.decided.detect')}
          </Button>
        </div>
      ) : null}
      {takeBack.error === null ? null : <InlineProblem error={takeBack.error} />}
    </li>
  );
}
