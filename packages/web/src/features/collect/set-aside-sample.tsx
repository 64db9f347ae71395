import { useState } from 'react';
import type { MarkedItem } from '../../api/set-aside.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { word } from '../../words/word.js';
import { LeaveOutOneDialog } from './leave-out-one-dialog.js';
import { MendDialog } from './mend-dialog.js';
import { markedParts, oddParts } from './odd-parts.js';
import styles from './set-aside.module.css';

const longest = 1200;

/** One message as it came, the odd part marked. */
export function SetAsideSample({ item }: { readonly item: MarkedItem }) {
  const { isAdmin, formats } = useWorkspace();
  const [dialog, setDialog] = useState<'mend' | 'leave-out' | null>(null);
  const close = () => setDialog(null);
  const at = formats.moment(item.receivedAt);
  const shown = item.body.length > longest ? `${item.body.slice(0, longest)} …` : item.body;
  const parts = item.marks.length === 0 ? oddParts(shown, item.reason) : markedParts(shown, item.marks);
  let place = 0;
  return (
    <li className={styles.sample}>
      <p className={styles.meta}>
        {word('setAside.of', { source: item.source, at })}
        {item.line === null ? null : `, ${word('setAside.sample.line', { line: item.line })}`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <pre tabIndex={0} className={styles.body}>
        <code>
          {parts.map((part) => {
            const key = place;
            place += part.text.length;
            return part.odd ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
          })}
        </code>
      </pre>
      {isAdmin ? (
        <div className={styles.acts}>
          <Button look="quiet" aria-label={word('setAside.edit.aria', { at })} onPress={() => setDialog('mend')}>
            {word('setAside.edit')}
          </Button>
          <Button
            look="quiet"
            aria-label={word('setAside.leaveOut.one.aria', { at })}
            onPress={() => setDialog('leave-out')}
          >
            {word('setAside.leaveOut.one')}
          </Button>
        </div>
      ) : null}
      {dialog === 'mend' ? <MendDialog item={item} onClose={close} /> : null}
      {dialog === 'leave-out' ? <LeaveOutOneDialog item={item} onClose={close} /> : null}
    </li>
  );
}
