import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CustomerKind, PersonSummary } from '../../api/customers.js';
import { Button } from '../../parts/button.js';
import { type Cell, nextCell } from '../../parts/next-cell.js';
import { word } from '../../words/word.js';
import styles from './customer-grid.module.css';
import { CustomerRow } from './customer-row.js';

interface Props {
  readonly people: readonly PersonSummary[];
  readonly kind: CustomerKind;
  /** How many there are in all, if that is known. */
  readonly total: number | null;
  /** These belong to the search before; the next are on their way. */
  readonly stale: boolean;
  readonly more: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

const columns = ['name', 'identifiers', 'channels', 'interactions', 'first', 'last'] as const;
const rowPx = 52;
const ahead = 30;

/**
 * A window onto the people loaded so far; the next page is fetched before its end is reached.
 * One tab stop: arrows, Page Up/Down, Home and End move the focused cell, Enter opens the person.
 */
export function CustomerGrid({ people, kind, total, stale, more }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const wanted = useRef(false);
  useLayoutEffect(() => {
    const box = body.current?.getBoundingClientRect();
    if (box !== undefined) setOffset(box.top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: people.length,
    estimateSize: () => rowPx,
    overscan: 12,
    scrollMargin: offset,
  });
  const rows = virtual.getVirtualItems();
  const lastShown = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more.hasNextPage && !more.isFetchingNextPage && lastShown > people.length - ahead) more.fetchNextPage();
  }, [lastShown, people.length, more]);
  useEffect(() => {
    if (!wanted.current) return;
    const cell = body.current?.querySelector<HTMLElement>(`[data-cell="${active.row}:${active.column}"]`);
    if (cell == null) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const bounds = { rows: people.length, columns: columns.length, page: 10 };
    const next = nextCell(active, event.key, event.ctrlKey || event.metaKey, bounds);
    if (next === undefined) return;
    event.preventDefault();
    wanted.current = true;
    setActive(next);
    virtual.scrollToIndex(next.row, { align: 'auto' });
  };
  const before = (rows[0]?.start ?? offset) - offset;
  const after = virtual.getTotalSize() - ((rows.at(-1)?.end ?? offset) - offset);
  return (
    <>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells take the focus one at a time is a grid
        role="grid"
        className={styles.grid}
        aria-label={word(kind === 'visitors' ? 'customers.grid.visitors' : 'customers.grid')}
        aria-rowcount={total === null ? (more.hasNextPage ? -1 : people.length + 1) : total + 1}
        aria-busy={stale || more.isFetchingNextPage}
        data-stale={stale}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column} className={styles[column]} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles[column]}>
                {word(`customers.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          <Gap px={before} />
          {rows.map(({ index }) => {
            const person = people[index];
            return person === undefined ? null : (
              <CustomerRow
                key={person.id}
                person={person}
                index={index}
                activeColumn={active.row === index ? active.column : null}
                onEnter={(column) => setActive({ row: index, column })}
              />
            );
          })}
          <Gap px={after} />
        </tbody>
      </table>
      {more.hasNextPage ? (
        <div className={styles.more}>
          <Button onPress={() => void more.fetchNextPage()} isPending={more.isFetchingNextPage}>
            {word('customers.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Stands for the rows outside the window. */
function Gap({ px }: { readonly px: number }) {
  return px <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; it only holds the height
    <tr aria-hidden="true">
      <td style={{ height: px, padding: 0, border: 0 }} />
    </tr>
  );
}
