import { useWorkspace } from '../../frame/use-workspace.js';
import { Table } from '../../parts/table.js';
import { word } from '../../words/word.js';
import styles from './day-bars.module.css';
import { everyDay } from './every-day.js';
import { volumeBars } from './volume-bars.js';

const size = { width: 600, height: 90 };

interface Props {
  /** Calendar days, both included; those without a value are drawn as gaps. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly { readonly day: string; readonly value: number }[];
  readonly finding: string;
  readonly caption: string;
  /** Of the table: the day and the value. */
  readonly columns: readonly [day: string, value: string];
  readonly shown: (value: number) => string;
}

/** A number day by day: the finding, a small picture of it, and the same as a table. */
export function DayBars({ from, to, days, finding, caption, columns, shown }: Props) {
  const { formats } = useWorkspace();
  const byDay = new Map(days.map(({ day, value }) => [day, value]));
  const all = everyDay(from, to);
  const bars = volumeBars(
    all.map((day) => byDay.get(day) ?? 0),
    size,
  );
  return (
    <figure className={styles.figure}>
      <figcaption>{finding}</figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height + 1}`}
        className={styles.bars}
        aria-hidden="true"
        focusable="false"
      >
        <line x1="0" x2={size.width} y1={size.height + 0.5} y2={size.height + 0.5} className={styles.base} />
        {bars.map((bar, index) => (
          <rect key={all[index]} {...bar} className={styles.bar} />
        ))}
      </svg>
      <details>
        <summary>{word('counts.days.table')}</summary>
        <Table caption={caption} columns={columns} numeric={[1]}>
          {days.toReversed().map(({ day, value }) => (
            <tr key={day}>
              <th scope="row">{formats.calendarDay(day)}</th>
              <td data-number>{shown(value)}</td>
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
