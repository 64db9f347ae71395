import type { Join } from '../../../api/joins.js';
import { uniqueKeys } from '../../../format/unique-keys.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { holdOf, keyOf } from './match-graph.js';
import styles from './match-graph.module.css';

/** The matches of the drawing, one to a row, newest first. */
export function MatchTable({ matches }: { readonly matches: readonly Join[] }) {
  const { formats } = useWorkspace();
  const keys = uniqueKeys(
    matches.map(({ match, kind, identifiers }) => [match, kind, ...identifiers.map(keyOf)].join(' ')),
  );
  return (
    <Table
      caption={word('person.how.table')}
      columns={[
        word('person.how.table.identifiers'),
        word('person.how.table.holds'),
        word('person.how.table.source'),
        word('person.how.table.at'),
      ]}
    >
      {matches.map((match, index) => (
        <tr key={keys[index]} className={styles.row} data-held={match.held}>
          <th scope="row">
            <span className={styles.chips}>
              {match.identifiers.map((identifier) => (
                <IdentifierChip key={keyOf(identifier)} identifier={identifier} />
              ))}
            </span>
          </th>
          <td>{holdInWords(match)}</td>
          <td>
            {match.source}
            {match.decidedBy === null ? null : `, ${word('person.joins.byPerson', { who: match.decidedBy })}`}
          </td>
          <td>{formats.occasion(match.at)}</td>
        </tr>
      ))}
    </Table>
  );
}

function holdInWords(match: Join): string {
  const hold = match.kind === 'shared' ? 'shared' : holdOf(match);
  if (hold !== 'apart') return word('person.how.hold', { hold });
  return match.refusedBecause === null
    ? word('person.how.keptApart')
    : word('person.joins.refusedBecause', { reason: match.refusedBecause });
}
