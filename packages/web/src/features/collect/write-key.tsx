import type { KeyKind } from '../../api/sources.js';
import { DoneButton } from '../../parts/done-button.js';
import { Secret } from '../../parts/secret.js';
import { Snippet } from '../../parts/snippet.js';
import { word } from '../../words/word.js';
import { firstEventCommand } from './first-event-command.js';
import styles from './sources.module.css';

interface Props {
  readonly writeKey: string;
  readonly kind: KeyKind;
  readonly onClose: () => void;
}

/** A write key, the one time it can be seen, and a command that sends a first event with it. */
export function WriteKey({ writeKey, kind, onClose }: Props) {
  return (
    <>
      <p>{word('sources.key.once')}</p>
      <Secret label={word('sources.key.label')} value={writeKey} />
      <section className={styles.first} aria-labelledby="first-event">
        <h3 id="first-event">{word('sources.key.first')}</h3>
        <p>{word('sources.key.firstHint')}</p>
        <Snippet
          text={firstEventCommand(window.location.origin, writeKey, kind)}
          copyLabel={`${word('app.copy')}: ${word('sources.key.first')}`}
        />
        <p className={styles.hint}>{word('sources.key.clients')}</p>
      </section>
      <DoneButton onPress={onClose} />
    </>
  );
}
