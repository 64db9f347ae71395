import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PersonSummary } from '../../api/customers.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { IdentifierChip } from '../../parts/identifier-chip.js';
import { word } from '../../words/word.js';
import { useChannelLabel } from '../collect/use-channel-label.js';
import styles from './customer-grid.module.css';
import { personName } from './person-name.js';

interface Props {
  readonly person: PersonSummary;
  readonly index: number;
  /** The column of the grid's one tab stop, if it is in this row. */
  readonly activeColumn: number | null;
  readonly onEnter: (column: number) => void;
}

export function CustomerRow({ person, index, activeColumn, onEnter }: Props) {
  const { slug, formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const shared = { index, activeColumn, onEnter };
  const called = personName(person);
  const nameless = person.recognised && (person.name === null || person.name === '');
  const shown = nameless ? word('customers.noName') : called;
  const [best] = person.identifiers;
  return (
    <tr aria-rowindex={index + 2} className={styles.row}>
      <td className={styles.name}>
        <Link
          to="/w/$workspace/customers/$person"
          params={{ workspace: slug, person: person.id }}
          className={nameless ? styles.nameless : styles.link}
          aria-label={nameless ? `${shown}, ${called}` : undefined}
          data-cell={`${index}:0`}
          tabIndex={activeColumn === 0 ? 0 : -1}
          onFocus={() => onEnter(0)}
        >
          {shown}
        </Link>
        {person.because === undefined ? null : <span className={styles.because}>{person.because}</span>}
        <span className={styles.narrow}>
          {best === undefined ? '' : nameless ? called : best.value}
          {person.lastAt === null ? '' : ` · ${formats.day(person.lastAt)}`}
        </span>
      </td>
      <GridCell column={1} className={styles.identifiers} {...shared}>
        <div className={styles.chips}>
          {person.identifiers.map((identifier) => (
            <IdentifierChip key={`${identifier.namespace} ${identifier.value}`} identifier={identifier} />
          ))}
        </div>
      </GridCell>
      <GridCell column={2} className={styles.channels} {...shared}>
        {person.channels.map(channelLabel).join(', ')}
      </GridCell>
      <GridCell column={3} className={styles.interactions} {...shared}>
        {formats.number(person.interactions)}
      </GridCell>
      <GridCell column={4} className={styles.first} {...shared}>
        {person.firstAt === null ? word('app.never') : formats.day(person.firstAt)}
      </GridCell>
      <GridCell column={5} className={styles.last} {...shared}>
        {person.lastAt === null ? word('app.never') : formats.day(person.lastAt)}
      </GridCell>
    </tr>
  );
}

interface GridCellProps extends Omit<Props, 'person'> {
  readonly column: number;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

function GridCell({ column, index, activeColumn, onEnter, className, children }: GridCellProps) {
  return (
    <td
      className={className}
      data-cell={`${index}:${column}`}
      tabIndex={activeColumn === column ? 0 : -1}
      onFocus={() => onEnter(column)}
    >
      {children}
    </td>
  );
}
