import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Icon } from '../../../parts/icon.js';
import { word } from '../../../words/word.js';
import { HandIn } from '../hand-in/hand-in.js';
import { LookAround } from './look-around.js';
import styles from './what-do-you-have.module.css';

/** Where nobody is known yet: what can be brought in, and that nothing leaves this machine. */
export function WhatDoYouHave() {
  const { slug } = useWorkspace();
  return (
    <section className={styles.start} aria-labelledby="what-do-you-have">
      <h2 id="what-do-you-have">{word('start.title')}</h2>
      <p className={styles.stays}>{word('setup.lead')}</p>
      <div className={styles.ways}>
        <div className={styles.way}>
          <h3>{word('start.file')}</h3>
          <p>{word('start.file.text')}</p>
          <HandIn />
        </div>
        <div className={styles.way}>
          <h3>
            <Link to="/w/$workspace/data/connect" params={{ workspace: slug }}>
              {word('start.site')}
              <Icon name="open" />
            </Link>
          </h3>
          <p>{word('start.site.text')}</p>
        </div>
        <div className={styles.way}>
          <h3>
            <Link to="/w/$workspace/data/database" params={{ workspace: slug }}>
              {word('start.database')}
              <Icon name="open" />
            </Link>
          </h3>
          <p>{word('start.database.text')}</p>
        </div>
        <LookAround />
      </div>
    </section>
  );
}
