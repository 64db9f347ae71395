import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { decideHub, type Hub } from '../../../api/rules.js';
import { sentence } from '../../../format/sentence.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { HubPeopleList } from './hub-people-list.js';
import styles from './rules.module.css';
import { useRulesChanged } from './use-rules-changed.js';

/** What is shared by too many people to join any of them, each with what can be said about it. */
export function HubList({ hubs }: { readonly hubs: readonly Hub[] }) {
  if (hubs.length === 0) return <Empty text={word('rules.hubs.empty')} />;
  return (
    <ul className={styles.list}>
      {hubs.map((hub) => (
        <HubItem key={hub.id} hub={hub} />
      ))}
    </ul>
  );
}

function HubItem({ hub }: { readonly hub: Hub }) {
  const { slug, isAdmin } = useWorkspace();
  const changed = useRulesChanged();
  const [isOpen, setOpen] = useState(false);
  const decide = useMutation({
    mutationFn: (decision: 'one-person' | 'leave-out') => decideHub(slug, hub, decision),
    onSuccess: async (answer) => {
      notices.say(answer.sentence);
      await changed();
    },
  });
  const whose = `${hub.id}-hub`;
  return (
    <li className={styles.item}>
      <p id={whose}>{sentence(hub.sentence)}</p>
      <div className={styles.acts}>
        {isAdmin ? (
          <>
            <Button isPending={decide.isPending} aria-describedby={whose} onPress={() => decide.mutate('one-person')}>
              {word('rules.hubs.onePerson')}
            </Button>
            <Button isPending={decide.isPending} aria-describedby={whose} onPress={() => decide.mutate('leave-out')}>
              {word('rules.hubs.leaveOut')}
            </Button>
          </>
        ) : null}
        <Button look="quiet" aria-describedby={whose} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {word('rules.hubs.people')}
        </Button>
        <Link
          to="/w/$workspace/customers/$person"
          params={{ workspace: slug, person: hub.id }}
          aria-describedby={whose}
        >
          {word('rules.hubs.look')}
        </Link>
      </div>
      {isAdmin && hub.interactions > 0 ? <p className={styles.meta}>{word('rules.hubs.leaveOut.hint')}</p> : null}
      {decide.error === null ? null : <InlineProblem error={decide.error} />}
      {isOpen ? <HubPeopleList hub={hub} /> : null}
    </li>
  );
}
