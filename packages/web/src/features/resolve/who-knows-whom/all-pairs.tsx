import type { Coverage } from '../../../api/coverage.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import styles from './who-knows-whom.module.css';

/** Every pair of systems: of the people in a row's system, how many the column's system knows. */
export function AllPairs({ coverage: { systems, pairs } }: { readonly coverage: Coverage }) {
  const { formats } = useWorkspace();
  const knowing = systems.filter(({ people }) => people > 0);
  const pairOf = (from: string, to: string) => pairs.find((pair) => pair.from === from && pair.to === to);
  return (
    <details className={styles.pairs}>
      <summary>{word('coverage.pairs')}</summary>
      <p className={styles.meta}>{word('coverage.pairs.hint')}</p>
      <Table
        caption={word('coverage.pairs')}
        columns={[word('coverage.pairs.from'), ...knowing.map(({ name }) => name)]}
        numeric={knowing.map((_, index) => index + 1)}
      >
        {knowing.map((from) => (
          <tr key={from.id}>
            <th scope="row">
              {from.name} <span className={styles.meta}>{formats.number(from.people)}</span>
            </th>
            {knowing.map((to) => {
              const pair = pairOf(from.id, to.id);
              return (
                <td key={to.id} data-number title={pair?.sentence}>
                  {pair === undefined ? word('coverage.pairs.itself') : formats.number(pair.known)}
                  {pair === undefined ? null : (
                    <span className={styles.share}>
                      {word('coverage.pairs.share', { percent: Math.round((100 * pair.known) / pair.people) })}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </Table>
    </details>
  );
}
