import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ComparedTrait, Comparison } from '../../../api/comparison.js';
import type { Person } from '../../../api/person.js';
import { shownValue } from '../../../format/shown-value.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { useChannelLabel } from '../../collect/use-channel-label.js';
import { personName } from '../person-name.js';
import styles from './compare.module.css';

/** What is known of both, a row each: identifiers, how much they did, then each value with where it comes from; where they differ first. */
export function ComparedFacts({ comparison: { a, b, traits } }: { readonly comparison: Comparison }) {
  const { formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const rows: readonly (readonly [label: string, of: (person: Person) => ReactNode])[] = [
    [word('compare.person'), (person) => <PersonLink person={person} />],
    [word('person.identifiers'), (person) => <Identifiers person={person} />],
    [word('customers.column.channels'), ({ channels }) => channels.map(channelLabel).join(', ')],
    [word('customers.column.interactions'), ({ interactions }) => formats.number(interactions)],
    [word('customers.column.first'), ({ firstAt }) => (firstAt === null ? word('app.never') : formats.day(firstAt))],
    [word('customers.column.last'), ({ lastAt }) => (lastAt === null ? word('app.never') : formats.day(lastAt))],
  ];
  return (
    <Table
      caption={word('compare.table')}
      columns={[word('person.golden.trait'), word('compare.verdict'), personName(a), `${personName(b)} `]}
    >
      {rows.map(([label, of]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td />
          <td>{of(a)}</td>
          <td>{of(b)}</td>
        </tr>
      ))}
      {traits.map((compared) => (
        <tr key={compared.trait} data-verdict={compared.verdict} className={styles.trait}>
          <th scope="row">{compared.trait.replaceAll('_', ' ')}</th>
          <td className={styles.verdict}>{verdictOf(compared)}</td>
          <td>
            <Value person={a} trait={compared.trait} />
          </td>
          <td>
            <Value person={b} trait={compared.trait} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function verdictOf({ verdict }: ComparedTrait): string {
  if (verdict === 'one-sided') return word('compare.verdict.oneSided');
  return word(verdict === 'same' ? 'compare.verdict.same' : 'compare.verdict.different');
}

function PersonLink({ person }: { readonly person: Person }) {
  const { slug } = useWorkspace();
  return (
    <Link to="/w/$workspace/customers/$person" params={{ workspace: slug, person: person.currentId }}>
      {personName(person)}
    </Link>
  );
}

function Identifiers({ person }: { readonly person: Person }) {
  return (
    <ul className={styles.identifiers}>
      {person.identifiers.map((identifier) => (
        <li key={`${identifier.namespace} ${identifier.value}`}>
          <IdentifierChip identifier={identifier} />
          <span className={styles.origin}>{identifier.sources.join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Value({ person, trait }: { readonly person: Person; readonly trait: string }) {
  const { formats } = useWorkspace();
  const golden = person.golden.find((one) => one.trait === trait);
  if (golden === undefined) return <span className={styles.origin}>{word('compare.notKnown')}</span>;
  return (
    <>
      {shownValue(golden.value)}
      <div className={styles.origin}>
        {word('person.joins.source', { source: golden.source, at: formats.day(golden.at) })}
      </div>
    </>
  );
}
