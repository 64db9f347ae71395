import type { GoldenTrait } from '../../api/person.js';
import { shownValue } from '../../format/shown-value.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import styles from './facts.module.css';

/** For each trait the one value we use, where it comes from, and what else is claimed. */
export function GoldenTraits({ golden }: { readonly golden: readonly GoldenTrait[] }) {
  return (
    <section aria-labelledby="golden">
      <h2 id="golden">{word('person.golden')}</h2>
      {golden.length === 0 ? (
        <p className={styles.origin}>{word('person.golden.none')}</p>
      ) : (
        <table className={styles.traits} aria-labelledby="golden">
          <thead>
            <tr>
              <th scope="col">{word('person.golden.trait')}</th>
              <th scope="col">{word('person.golden.value')}</th>
            </tr>
          </thead>
          <tbody>
            {golden.map((trait) => (
              <TraitRow key={trait.trait} trait={trait} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function TraitRow({ trait }: { readonly trait: GoldenTrait }) {
  const { formats } = useWorkspace();
  return (
    <tr>
      <th scope="row">{trait.trait.replaceAll('_', ' ')}</th>
      <td>
        {shownValue(trait.value)}
        <div className={styles.origin}>
          {word('person.joins.source', { source: trait.source, at: formats.day(trait.at) })}
        </div>
        {trait.conflicts.length === 0 ? null : (
          <details>
            <summary>{word('person.golden.conflicts', { count: trait.conflicts.length })}</summary>
            <ul className={styles.others}>
              {trait.conflicts.map((claim) => (
                <li key={`${claim.source} ${claim.at} ${shownValue(claim.value)}`}>
                  {shownValue(claim.value)}{' '}
                  <span className={styles.origin}>
                    {word('person.joins.source', { source: claim.source, at: formats.day(claim.at) })}
                  </span>
                </li>
              ))}
            </ul>
            <p className={styles.origin}>{word('person.golden.rule', { rule: trait.rule.replaceAll('-', '_') })}</p>
          </details>
        )}
      </td>
    </tr>
  );
}
