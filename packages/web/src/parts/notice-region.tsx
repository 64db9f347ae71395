import { useSyncExternalStore } from 'react';
import { useSpeech } from '../words/speech.js';
import { word } from '../words/word.js';
import { Button } from './button.js';
import styles from './notice-region.module.css';
import { notices } from './notices.js';

/** Shows notices at the foot of the window and reads each out once. One that can be undone takes the focus: what it came from may be gone. */
export function NoticeRegion() {
  useSpeech();
  const shown = useSyncExternalStore(notices.subscribe, notices.get);
  return (
    <section aria-label={word('app.notices')} className={styles.region}>
      <ul aria-live="polite" aria-relevant="additions" className={styles.list}>
        {shown.map((notice) => (
          <li key={notice.id} className={styles.notice}>
            <span className={styles.text}>{notice.text}</span>
            {notice.acts.map((act, index) => (
              <Button
                key={act.label}
                look="quiet"
                autoFocus={index === 0}
                onPress={() => {
                  act.run();
                  leave(notice.id);
                }}
              >
                {act.label}
              </Button>
            ))}
            <Button look="quiet" onPress={() => leave(notice.id)}>
              {word('app.dismiss')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The notice goes and the focus returns to the screen, at its heading. */
function leave(id: number): void {
  notices.dismiss(id);
  document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
