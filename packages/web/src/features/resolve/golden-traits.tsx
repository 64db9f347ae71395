import { lazy, Suspense, useState } from 'react';
import type { GoldenTrait, Person } from '../../api/person.js';
import { shownValue } from '../../format/shown-value.js';
import { traitName } from '../../format/trait-name.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { word } from '../../words/word.js';
import styles from './facts.module.css';

/** Loaded when somebody asks: most who look at a person do not. */
const TraitSheets = lazy(async () => ({ default: (await import('./values/trait-sheets.js')).TraitSheets }));

/** For each trait the one value we use, where it comes from, and what else is claimed. */
export function GoldenTraits({ person }: { readonly person: Person }) {
  const { golden } = person;
  const [looking, setLooking] = useState<string>();
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
              <TraitRow key={trait.trait} trait={trait} onLook={() => setLooking(trait.trait)} />
            ))}
          </tbody>
        </table>
      )}
      {looking === undefined ? null : (
        <Suspense fallback={null}>
          <TraitSheets person={person} trait={looking} onClose={() => setLooking(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

interface RowProps {
  readonly trait: GoldenTrait;
  readonly onLook: () => void;
}

function TraitRow({ trait, onLook }: RowProps) {
  const { formats } = useWorkspace();
  return (
    <tr>
      <th scope="row">{traitName(trait.trait)}</th>
      <td>
        {shownValue(trait.value)}
        <div className={styles.origin}>
          {trait.rule === 'settled'
            ? word('person.golden.settled', { at: formats.day(trait.at) })
            : word('person.joins.source', { source: trait.source, at: formats.day(trait.at) })}{' '}
          <Button
            look="quiet"
            aria-label={word('person.golden.history.aria', { trait: traitName(trait.trait) })}
            onPress={onLook}
          >
            {word('person.golden.history')}
          </Button>
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
            {trait.rule === 'settled' ? null : (
              <p className={styles.origin}>{word('person.golden.rule', { rule: trait.rule.replaceAll('-', '_') })}</p>
            )}
          </details>
        )}
      </td>
    </tr>
  );
}
