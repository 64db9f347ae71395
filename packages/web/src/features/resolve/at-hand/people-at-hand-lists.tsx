import { useQuery } from '@tanstack/react-query';
import { peopleAtHand } from '../../../api/people-at-hand.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { word } from '../../../words/word.js';
import styles from './at-hand.module.css';
import { AtHandList } from './at-hand-list.js';
import { useChangeAtHand } from './use-change-at-hand.js';

/** Whom I saved and whom I opened lately, before the list of everybody. Nothing where there is nobody: the list itself is what was asked for. */
export function PeopleAtHandLists() {
  const { slug } = useWorkspace();
  const query = useQuery(peopleAtHand(slug));
  const change = useChangeAtHand();
  const { saved = [], recent = [] } = query.data ?? {};
  if (saved.length + recent.length === 0) return null;
  return (
    <div className={styles.lists}>
      <AtHandList
        label={word('atHand.saved')}
        people={saved}
        takeOff={(name) => word('atHand.saved.takeOff', { name })}
        onTakeOff={(id) => void change(id, { saved: false })}
      />
      <AtHandList
        label={word('atHand.recent')}
        people={recent}
        takeOff={(name) => word('atHand.recent.takeOff', { name })}
        onTakeOff={(id) => void change(id, { recent: false })}
      />
    </div>
  );
}
