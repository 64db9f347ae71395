import { useQuery } from '@tanstack/react-query';
import { type CountValues, countValues, type Measure, replacedCounts } from '../../../api/counts.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Loading } from '../../../parts/loading.js';
import { Problem } from '../../../parts/problem.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { DayBars } from '../day-bars.js';
import styles from './counts.module.css';

/** The course of one measure over the last days that have numbers, over places, and what was told differently before. */
export function MeasureSection({ measure }: { readonly measure: Measure }) {
  const { slug } = useWorkspace();
  const query = useQuery(countValues(slug, measure));
  return (
    <section className={styles.measure} aria-labelledby="measure">
      <h2 id="measure">
        {measure.measure} {word(`counts.per.${measure.per}`)}
      </h2>
      {query.isError ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading /> : null}
      {query.data === undefined ? null : (
        <>
          <Days measure={measure} values={query.data} />
          <Places measure={measure} values={query.data} />
        </>
      )}
      <Replaced measure={measure} />
    </section>
  );
}

interface Props {
  readonly measure: Measure;
  readonly values: CountValues;
}

function Days({ measure, values: { days, from, to } }: Props) {
  const { formats } = useWorkspace();
  const adds = measure.adds ? 'yes' : 'no';
  const most = days.reduce((best, day) => (day.value > best.value ? day : best), { day: from, value: 0 });
  const finding = word('counts.days.finding', {
    adds,
    total: formats.number(days.reduce((sum, { value }) => sum + value, 0)),
    from: formats.calendarDay(from),
    to: formats.calendarDay(to),
    day: formats.calendarDay(most.day),
    most: formats.number(most.value),
  });
  return (
    <DayBars
      from={from}
      to={to}
      days={days}
      finding={finding}
      caption={word('counts.days.caption', { measure: measure.measure })}
      columns={[word('counts.days.day'), word('counts.days.value', { adds })]}
      shown={formats.number}
    />
  );
}

function Places({ measure, values: { places } }: Props) {
  const { formats } = useWorkspace();
  return (
    <Table
      caption={word('counts.byPlace')}
      columns={[
        word('counts.byPlace.location'),
        word('counts.byPlace.touchpoint'),
        word('counts.byPlace.source'),
        word('counts.days.value', { adds: measure.adds ? 'yes' : 'no' }),
      ]}
      numeric={[3]}
    >
      {places.map(({ location, touchpoint, source, value }) => (
        <tr key={`${source} ${location} ${touchpoint}`}>
          <th scope="row">{location || word('counts.byPlace.none')}</th>
          <td>{touchpoint || word('counts.byPlace.none')}</td>
          <td>{source}</td>
          <td data-number>{formats.number(value)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Replaced({ measure }: { readonly measure: Measure }) {
  const { slug, formats } = useWorkspace();
  const { data } = useQuery(replacedCounts(slug, measure));
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details className={styles.how}>
      <summary>{word('counts.replaced', { count: items.filter(({ isCurrent }) => isCurrent).length })}</summary>
      <Table
        caption={word('counts.replaced.caption')}
        columns={[
          word('counts.replaced.bucket'),
          word('counts.byPlace.location'),
          word('counts.byPlace.touchpoint'),
          word('counts.days.value', { adds: 'yes' }),
          word('counts.replaced.received'),
          word('counts.replaced.state'),
        ]}
        numeric={[3]}
      >
        {items.map((held) => (
          <tr
            key={`${held.startsAt} ${held.source} ${held.location} ${held.touchpoint} ${held.receivedAt} ${held.value}`}
          >
            <th scope="row">{formats.moment(held.startsAt)}</th>
            <td>{held.location || word('counts.byPlace.none')}</td>
            <td>{held.touchpoint || word('counts.byPlace.none')}</td>
            <td data-number>{formats.number(held.value)}</td>
            <td>{formats.moment(held.receivedAt)}</td>
            <td>{word(held.isCurrent ? 'counts.replaced.current' : 'counts.replaced.former')}</td>
          </tr>
        ))}
      </Table>
    </details>
  );
}
