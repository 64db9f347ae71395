import { Link } from '@tanstack/react-router';
import type { Contradiction } from '../../../api/traits.js';
import { shownValue } from '../../../format/shown-value.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import type { Settling } from './settle-dialog.js';
import styles from './values.module.css';

interface Props {
  readonly trait: string;
  readonly items: readonly Contradiction[];
  /** Left out for whoever may not settle anything. */
  readonly onSettle: ((settling: Settling) => void) | undefined;
}

/** One person a line: the value we use and why, beside it what other systems say, each with the act that settles it. */
export function ContradictionTable({ trait, items, onSettle }: Props) {
  const { slug } = useWorkspace();
  return (
    <Table
      caption={word('values.contradictions')}
      columns={[word('values.person'), word('values.used'), word('values.others')]}
    >
      {items.map((item) => {
        const settle = onSettle && ((value: unknown) => onSettle({ person: item.id, name: item.name, trait, value }));
        return (
          <tr key={item.id}>
            <th scope="row" className={styles.name}>
              <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: item.id }}>
                {item.name ?? word('rules.hubs.unnamed')}
              </Link>
            </th>
            {[true, false].map((used) => (
              <td key={String(used)} className={styles.side}>
                <ul className={styles.saidList}>
                  {item.values
                    .filter((value) => value.used === used)
                    .map((value) => (
                      <Said key={JSON.stringify(value.value)} value={value} onSettle={settle} />
                    ))}
                </ul>
                {used ? <p className={styles.meta}>{item.why}</p> : null}
              </td>
            ))}
          </tr>
        );
      })}
    </Table>
  );
}

interface SaidProps {
  readonly value: Contradiction['values'][number];
  readonly onSettle: ((value: unknown) => void) | undefined;
}

function Said({ value: { value, said }, onSettle }: SaidProps) {
  const { formats } = useWorkspace();
  return (
    <li>
      <span className={styles.value}>{shownValue(value)}</span>
      {said.map(({ source, at }) => (
        <span key={source} className={styles.meta}>
          {word('person.joins.source', { source, at: formats.day(at) })}
        </span>
      ))}
      {onSettle === undefined ? null : (
        <Button
          look="quiet"
          aria-label={`${word('values.settle')}: ${shownValue(value)}`}
          onPress={() => onSettle(value)}
        >
          {word('values.settle')}
        </Button>
      )}
    </li>
  );
}
