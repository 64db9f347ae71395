import { Link } from '@tanstack/react-router';
import type { OtherValues as Values } from '../../../api/rules.js';
import { shownValue } from '../../../format/shown-value.js';
import { traitName } from '../../../format/trait-name.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { word } from '../../../words/word.js';
import styles from './rules.module.css';

/** Some people with the value that is used now, and the one that would be, each with why. */
export function OtherValues({ values: { people, samples } }: { readonly values: Values }) {
  const { slug } = useWorkspace();
  if (samples.length === 0) return null;
  const left = people - new Set(samples.map(({ id }) => id)).size;
  return (
    <section aria-labelledby="other-values">
      <h3 id="other-values" className={styles.subject}>
        {word('rules.whatIf.samples')}
      </h3>
      <ol className={styles.samples}>
        {samples.map(({ id, name, trait, before, after }) => (
          <li key={`${id} ${trait}`}>
            <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: id }} target="_blank">
              {name ?? word('rules.hubs.unnamed')}
            </Link>
            <span className={styles.meta}> · {traitName(trait)}</span>
            <div className={styles.sample}>
              <Side label={word('rules.whatIf.now')} used={before} />
              <Side label={word('rules.whatIf.then')} used={after} />
            </div>
          </li>
        ))}
      </ol>
      {left > 0 ? <p className={styles.meta}>{word('rules.whatIf.more', { count: left })}</p> : null}
    </section>
  );
}

interface SideProps {
  readonly label: string;
  readonly used: Values['samples'][number]['before'];
}

function Side({ label, used: { value, why } }: SideProps) {
  return (
    <div>
      <p className={styles.meta}>{label}</p>
      <p className={styles.value}>{shownValue(value)}</p>
      <p className={styles.meta}>{why}</p>
    </div>
  );
}
