import { useState } from 'react';
import type { SetAsideItem } from '../../api/set-aside.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { word } from '../../words/word.js';
import { MendDialog } from './mend-dialog.js';
import { oddParts } from './odd-parts.js';
import styles from './set-aside.module.css';

const longest = 1200;

/** One message as it came, the odd part marked. */
export function SetAsideSample({ item }: { readonly item: SetAsideItem }) {
  const { isAdmin, formats } = useWorkspace();
  const [mending, setMending] = useState(false);
  const at = formats.moment(item.receivedAt);
  const shown = item.body.length > longest ? `${item.body.slice(0, longest)} …` : item.body;
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
          {oddParts(shown, item.reason).map((part) => {
            const key = place;
            place += part.text.length;
            return part.odd ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
          })}
        </code>
      </pre>
      {isAdmin ? (
        <Button look="quiet" aria-label={word('setAside.edit.aria', { at })} onPress={() => setMending(true)}>
          {word('setAside.edit')}
        </Button>
      ) : null}
      {mending ? <MendDialog item={item} onClose={() => setMending(false)} /> : null}
    </li>
  );
}
