import type { Notice } from '@throughline/core/collect/proposal/notice';
import { word } from '../../../words/word.js';
import { Emphasised } from './emphasised.js';
import styles from './guide.module.css';
import { said } from './said.js';

/** What was noticed and needs no answer. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="guide-notices">
      <h2 id="guide-notices">{word('guide.notices')}</h2>
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={`${notice.kind} ${notice.columns.join(' ')}`}>
            <Emphasised text={said(notice.sentence)} words={notice.columns} />
            {notice.lines.length === 0 ? null : (
              <span className={styles.hint}>
                {' '}
                {word('guide.lines', { count: notice.lines.length, lines: notice.lines.join(', ') })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
