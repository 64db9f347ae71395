import type { Source } from '../../api/sources.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Table } from '../../parts/table.js';
import { word } from '../../words/word.js';
import styles from './sources.module.css';
import { volumeBars } from './volume-bars.js';

const size = { width: 300, height: 44 };

/** How much a source sent day by day: a sentence, a small picture of it, and the same as a table. */
export function Volume({ source }: { readonly source: Source }) {
  const { formats } = useWorkspace();
  const { days } = source;
  const busiest = days.reduce<Source['days'][number] | null>(
    (most, day) => (most === null || day.stored > most.stored ? day : most),
    null,
  );
  const bars = volumeBars(
    days.map((day) => day.stored),
    size,
  );
  const finding = word('sources.volume', {
    total: days.reduce((sum, day) => sum + day.stored, 0),
    days: days.length,
    day: busiest === null ? '' : calendarDay(busiest.day, formats.day),
    most: busiest?.stored ?? 0,
  });
  return (
    <figure className={styles.volume}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height + 1}`}
        className={styles.bars}
        aria-hidden="true"
        focusable="false"
      >
        <line x1="0" x2={size.width} y1={size.height + 0.5} y2={size.height + 0.5} className={styles.base} />
        {bars.map((bar, index) => (
          <rect key={days[index]?.day} {...bar} className={styles.bar} />
        ))}
      </svg>
      <figcaption>{finding}</figcaption>
      {days.length === 0 ? null : (
        <details>
          <summary>{word('sources.volume.table')}</summary>
          <Table
            caption={word('sources.volume.caption', { source: source.name })}
            columns={[
              word('sources.volume.day'),
              word('sources.volume.stored'),
              word('sources.volume.duplicates'),
              word('sources.volume.setAside'),
            ]}
            numeric={[1, 2, 3]}
          >
            {days.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row">{calendarDay(day.day, formats.day)}</th>
                <td data-number>{formats.number(day.stored)}</td>
                <td data-number>{formats.number(day.duplicates)}</td>
                <td data-number>{formats.number(day.setAside)}</td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </figure>
  );
}

/** `2026-05-12` is that day in every zone, so it is shown from its noon. */
function calendarDay(day: string, show: (at: string) => string): string {
  return show(`${day.slice(0, 10)}T12:00:00Z`);
}
