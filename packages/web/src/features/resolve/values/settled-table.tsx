import { Link } from '@tanstack/react-router';
import type { SettledPerson } from '../../../api/traits.js';
import { shownValue } from '../../../format/shown-value.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { TakeBack } from './take-back.js';
import styles from './values.module.css';

/** What people settled about a trait, the newest first; each can be taken back. */
export function SettledTable({ settled }: { readonly settled: readonly SettledPerson[] }) {
  const { slug, isAdmin, formats } = useWorkspace();
  if (settled.length === 0) return null;
  return (
    <section aria-labelledby="settled">
      <h2 id="settled" className={styles.heading}>
        {word('values.settled')}
      </h2>
      <Table
        caption={word('values.settled')}
        columns={[
          word('values.person'),
          word('values.settled.value'),
          word('values.settled.why'),
          ...(isAdmin ? [word('values.settled.undo')] : []),
        ]}
        endsInActs={isAdmin}
      >
        {settled.map(({ decision, id, name, identifier, value, note, by, at }) => (
          <tr key={decision}>
            <th scope="row" className={styles.name}>
              <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: id }}>
                {name ?? identifier}
              </Link>
            </th>
            <td className={styles.value}>{shownValue(value)}</td>
            <td>
              {note}
              <div className={styles.meta}>{word('values.settled.by', { by, at: formats.day(at) })}</div>
            </td>
            {isAdmin ? (
              <td>
                <TakeBack decision={decision} what={`${name ?? identifier}, ${shownValue(value)}`} />
              </td>
            ) : null}
          </tr>
        ))}
      </Table>
    </section>
  );
}
