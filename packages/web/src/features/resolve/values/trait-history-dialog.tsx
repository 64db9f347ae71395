import { useQuery } from '@tanstack/react-query';
import { type TraitHistory, traitHistory } from '../../../api/traits.js';
import { shownValue } from '../../../format/shown-value.js';
import { traitName } from '../../../format/trait-name.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { Sheet } from '../../../parts/sheet.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { TakeBack } from './take-back.js';
import styles from './values.module.css';

interface Props {
  readonly person: string;
  readonly trait: string;
  /** Settles a value, one to be entered if undefined; left out for whoever may not. */
  readonly onSettle: ((value: unknown) => void) | undefined;
  readonly onClose: () => void;
}

/** Everything that was said and decided about one trait of a person: why the present value is used first. */
export function TraitHistoryDialog({ person, trait, onSettle, onClose }: Props) {
  const { slug } = useWorkspace();
  const query = useQuery(traitHistory(slug, person, trait));
  return (
    <Sheet title={word('values.history.title', { trait: traitName(trait) })} onClose={onClose} firm={false}>
      {query.isError ? <InlineProblem error={query.error} /> : null}
      {query.isPending ? <Loading rows={3} /> : null}
      {query.data === undefined ? null : (
        <div className={styles.page}>
          <div>
            <p className={styles.right}>{shownValue(query.data.used.value)}</p>
            <p>{query.data.used.why}</p>
          </div>
          <SaidTable said={query.data.said} onSettle={onSettle} />
          <Decisions settled={query.data.settled} mayTakeBack={onSettle !== undefined} />
        </div>
      )}
      <div className={styles.acts}>
        <Button onPress={onClose}>{word('app.done')}</Button>
        {onSettle === undefined ? null : (
          <Button onPress={() => onSettle(undefined)}>{word('values.settle.other')}</Button>
        )}
      </div>
    </Sheet>
  );
}

interface SaidProps {
  readonly said: TraitHistory['said'];
  readonly onSettle: ((value: unknown) => void) | undefined;
}

function SaidTable({ said, onSettle }: SaidProps) {
  const { formats } = useWorkspace();
  if (said.length === 0) return null;
  return (
    <Table
      caption={word('values.history')}
      columns={[word('values.history.value'), word('values.history.from'), word('values.history.until')]}
    >
      {said.map(({ value, source, firstAt, lastAt, times, replacedAt }) => (
        <tr key={`${source} ${firstAt} ${JSON.stringify(value)}`}>
          <th scope="row" className={styles.name}>
            <span className={styles.value}>{shownValue(value)}</span>
            <div className={styles.meta}>{word('values.history.said', { source, times })}</div>
            {onSettle === undefined ? null : (
              <Button
                look="quiet"
                aria-label={`${word('values.settle')}: ${shownValue(value)}`}
                onPress={() => onSettle(value)}
              >
                {word('values.settle')}
              </Button>
            )}
          </th>
          <td>{formats.day(firstAt)}</td>
          <td>
            {replacedAt === null ? word('values.history.now') : formats.day(replacedAt)}
            <div className={styles.meta}>{word('values.history.last', { at: formats.day(lastAt) })}</div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface DecisionsProps {
  readonly settled: TraitHistory['settled'];
  readonly mayTakeBack: boolean;
}

function Decisions({ settled, mayTakeBack }: DecisionsProps) {
  const { formats } = useWorkspace();
  if (settled.length === 0) return null;
  return (
    <ul className={styles.saidList} aria-label={word('values.settled')}>
      {settled.map(({ decision, value, note, by, at }) => (
        <li key={decision}>
          <span className={styles.value}>{shownValue(value)}</span>
          <span>{note}</span>
          <span className={styles.meta}>{word('values.settled.by', { by, at: formats.day(at) })}</span>
          {mayTakeBack ? <TakeBack decision={decision} what={shownValue(value)} /> : null}
        </li>
      ))}
    </ul>
  );
}
