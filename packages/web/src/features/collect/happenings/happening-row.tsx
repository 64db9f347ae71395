import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Happening, happeningActs, happenings } from '../../../api/happenings.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { HappeningDialog } from './happening-dialog.js';
import styles from './happenings.module.css';
import { shownTime } from './shown-time.js';

/** One happening; taking it off the list can be undone, so it does not ask first. */
export function HappeningRow({ happening }: { readonly happening: Happening }) {
  const { slug, isAdmin, formats } = useWorkspace();
  const [changing, setChanging] = useState(false);
  const queryClient = useQueryClient();
  const { id, kind, what, location, from, until, knownFrom, source } = happening;
  const readAgain = () => queryClient.invalidateQueries({ queryKey: happenings(slug).queryKey });
  const remove = async () => {
    try {
      await happeningActs.remove(slug, id);
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
      return;
    }
    await readAgain();
    const undo = () => void happeningActs.restore(slug, id).then(readAgain);
    notices.say(word('happenings.removed', { what }), [{ label: word('app.undo'), run: undo }]);
  };
  return (
    <tr data-now={happening.isNow}>
      <th scope="row">
        {what}
        <span className={styles.kind}>{word(`happenings.kind.${kind}`)}</span>
      </th>
      <td>{location}</td>
      <td>{shownTime(from, formats)}</td>
      <td>{until === null ? word('happenings.goesOn') : shownTime(until, formats)}</td>
      <td>{[knownFrom, source ?? happening.toldBy].filter((text) => text !== '').join(', ')}</td>
      {isAdmin ? (
        <td>
          <div className={styles.acts}>
            {source === null ? (
              <Button
                look="quiet"
                aria-label={word('happenings.change.aria', { what })}
                onPress={() => setChanging(true)}
              >
                {word('happenings.change')}
              </Button>
            ) : null}
            <Button look="quiet" aria-label={word('happenings.remove.aria', { what })} onPress={() => void remove()}>
              {word('happenings.remove')}
            </Button>
          </div>
          {changing ? <HappeningDialog happening={happening} onClose={() => setChanging(false)} /> : null}
        </td>
      ) : null}
    </tr>
  );
}
