import { CopyButton } from './copy-button.js';
import styles from './snippet.module.css';

interface Props {
  readonly text: string;
  /** What copying it is called, for those who hear the page. */
  readonly copyLabel: string;
}

/** Commands for a terminal, as they are typed. */
export function Snippet({ text, copyLabel }: Props) {
  return (
    <div className={styles.snippet}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by key */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <CopyButton text={text} label={copyLabel} />
    </div>
  );
}
