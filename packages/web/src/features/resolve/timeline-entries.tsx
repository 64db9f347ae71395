import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Interaction } from '../../api/interactions.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { word } from '../../words/word.js';
import { byDay } from './by-day.js';
import styles from './timeline.module.css';
import { TimelineEntry } from './timeline-entry.js';
import { timelineRows } from './timeline-rows.js';

interface Props {
  readonly interactions: readonly Interaction[];
  readonly total: number;
  readonly more: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

const headingPx = 52;
const entryPx = 53;
const ahead = 60;

/**
 * A window onto the timeline, grouped by day of the workspace's zone; earlier pages come before the end is reached.
 * Page Down and Page Up move from entry to entry while one has the focus.
 */
export function TimelineEntries({ interactions, total, more }: Props) {
  const { formats } = useWorkspace();
  const rows = useMemo(() => timelineRows(interactions, formats.dayKey), [interactions, formats]);
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect();
    if (box !== undefined && Math.abs(box.top + window.scrollY - offset) > 1) setOffset(box.top + window.scrollY);
  });
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? headingPx : entryPx),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 14,
    scrollMargin: offset,
  });
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more.hasNextPage && !more.isFetchingNextPage && lastShown > rows.length - ahead) more.fetchNextPage();
  }, [lastShown, rows.length, more]);
  useEffect(() => {
    if (wanted.current === null) return;
    const entry = list.current?.querySelector<HTMLElement>(`[data-position="${wanted.current}"] button`);
    if (entry == null) return;
    wanted.current = null;
    entry.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-position]');
    if (step === 0 || from === null) return;
    const position = Number(from.dataset.position) + step;
    const index = rows.findIndex((row) => row.kind === 'entry' && row.position === position);
    if (index < 0) return;
    event.preventDefault();
    wanted.current = position;
    virtual.scrollToIndex(index, { align: 'auto' });
    list.current?.querySelector<HTMLElement>(`[data-position="${position}"] button`)?.focus({ preventScroll: true });
  };
  const toggle = (id: string) => setOpen((before) => toggled(before, id));
  const days = byDay(shown.flatMap(({ index }) => (rows[index] === undefined ? [] : [{ row: rows[index], index }])));
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the page keys of the entries inside */}
      <div ref={list} className={styles.window} style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
        <div className={styles.shown} style={{ transform: `translateY(${(shown[0]?.start ?? offset) - offset}px)` }}>
          {days.map(({ heading, entries }) => (
            <section key={heading?.row.key ?? `from ${entries[0]?.row.key}`}>
              {heading === null ? null : (
                <h3 ref={virtual.measureElement} data-index={heading.index} className={styles.day}>
                  {formats.weekday(heading.row.at)}
                </h3>
              )}
              <ol>
                {entries.map(({ row, index }) => (
                  <TimelineEntry
                    key={row.key}
                    ref={virtual.measureElement}
                    index={index}
                    position={row.position}
                    total={total}
                    interaction={row.interaction}
                    open={open.has(row.key)}
                    onToggle={() => toggle(row.key)}
                  />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </div>
      <p className={styles.end} role="status">
        {word(more.hasNextPage ? 'person.timeline.loadingMore' : 'person.timeline.end')}
      </p>
    </>
  );
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
