import { hash } from 'node:crypto';
import type { JsonItem } from '@throughline/core/collect/json-items';
import type { CompiledMapping } from '@throughline/core/collect/mapping/compile-mapping';
import { unreadableLine } from '@throughline/core/collect/mapping/line-fault';
import type { Reason } from '@throughline/core/collect/reason';
import { setAside as reasonFor } from '@throughline/core/collect/set-aside';
import { authority, type LogRow, type SetAsideRow } from '../../intake/log-row.js';
import { type Reception, receiveMessages } from '../../intake/receive-messages.js';
import { storedReasons } from '../../intake/stored-reasons.js';
import type { DraftGroup } from './draft-groups.js';
import type { SpilledDraft } from './draft-text.js';
import type { UnreadableReason } from './file-record.js';
import { importedId } from './imported-id.js';
import { jsonDepth } from './json-depth.js';
import { lineBytes } from './line-bytes.js';
import type { ReadOrder } from './read-order.js';

const mostMonths = 600;

/** Turns groups of drafts into messages and gathers them until they are taken. What cannot be applied keeps its lines, byte by byte. */
export class MessageBatch {
  readonly #order: ReadOrder;
  readonly #compiled: CompiledMapping;
  readonly #reception: Reception;
  readonly #file: number;
  #rows: LogRow[] = [];
  #setAside: SetAsideRow[] = [];
  #chars = 0;
  readonly #months = new Map<number, number>();
  readonly #encoding: { readonly encoding?: string };

  constructor(order: ReadOrder, compiled: CompiledMapping, file: number, months: Readonly<Record<string, number>>) {
    const { source, zone, receivedAtMs } = order;
    this.#order = order;
    this.#reception = { source, zone, receivedAtMs, authority: authority.import, import: order.import };
    this.#compiled = compiled;
    this.#file = file;
    for (const [month, count] of Object.entries(months)) {
      const [year = 0, of = 1] = month.split('-').map(Number);
      this.#months.set(year * 12 + of - 1, count);
    }
    this.#encoding = order.encoding === 'utf-8' ? {} : { encoding: order.encoding };
  }

  /** Messages made so far by month of their time, in UTC: `2026-05`. */
  get months(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.#months].map(([month, count]) => {
        const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        return [text.padStart(7, '0'), count];
      }),
    );
  }

  /** About how much memory the batch takes. */
  get chars(): number {
    return this.#chars;
  }

  get size(): number {
    return this.#rows.length + this.#setAside.length;
  }

  add({ drafts, isPiece }: DraftGroup): void {
    const [first] = drafts;
    if (isPiece) {
      this.#keep(drafts, [reasonFor('line.group-too-large', { line: first.draft.line })], null);
      return;
    }
    const [head, ...rest] = drafts.map(({ draft }) => draft);
    if (head === undefined) return;
    const merged = this.#compiled.mergeLines([head, ...rest], (text) => hash('sha256', text, 'hex').slice(0, 40));
    if (merged.type === 'message') {
      const { message } = merged;
      this.#receive({ text: JSON.stringify(message), value: message, depth: jsonDepth(message) }, drafts);
      return;
    }
    this.#keep(drafts, merged.faults.slice(0, 3), null);
  }

  addUnreadable(
    span: { readonly line: number; readonly start: number; readonly end: number },
    reason: UnreadableReason,
    values: Readonly<Record<string, number>> = {},
  ): void {
    const said = unreadableLine(span.line, '', { key: `collect.unreadable-line.${reason}`, values });
    this.#setAside.push(
      this.#row(`line ${span.line} ${span.start}`, span.line, [said], null, this.#spanEnvelope(), [span]),
    );
  }

  /** Hands out what was gathered and begins anew. */
  take(): { readonly rows: readonly LogRow[]; readonly setAside: readonly SetAsideRow[] } {
    const taken = { rows: this.#rows, setAside: this.#setAside };
    this.#rows = [];
    this.#setAside = [];
    this.#chars = 0;
    return taken;
  }

  /** At once, so that of a message only its row is held until the batch is full. */
  #receive(item: JsonItem, drafts: readonly SpilledDraft[]): void {
    const { rows, setAside } = receiveMessages([item], this.#reception);
    for (const row of rows) {
      this.#rows.push(row);
      this.#count(row.occurredAtMs);
      this.#chars += row.body.length;
    }
    for (const { reasons, messageId } of setAside) this.#keep(drafts, reasons, messageId);
  }

  #count(atMs: number): void {
    const at = new Date(atMs);
    const month = at.getUTCFullYear() * 12 + at.getUTCMonth();
    const known = this.#months.get(month);
    if (known !== undefined || this.#months.size < mostMonths) this.#months.set(month, (known ?? 0) + 1);
  }

  #keep(drafts: readonly SpilledDraft[], reasons: readonly Reason[], messageId: string | null): void {
    const spans = [...drafts].sort((a, b) => a.start - b.start);
    const first = spans[0]?.draft;
    if (first === undefined) return;
    const rule = this.#order.mapping.rows[first.rule]?.rule ?? '';
    this.#setAside.push(
      this.#row(
        `rule ${rule} line ${first.line}`,
        first.line,
        reasons,
        messageId,
        JSON.stringify({ rule, ...this.#encoding }),
        spans,
      ),
    );
  }

  /** What is said of lines that no rule could be used for. */
  #spanEnvelope(): string | null {
    return this.#encoding.encoding === undefined ? null : JSON.stringify(this.#encoding);
  }

  #row(
    what: string,
    line: number,
    reasons: readonly Reason[],
    messageId: string | null,
    envelope: string | null,
    spans: readonly { readonly start: number; readonly end: number }[],
  ): SetAsideRow {
    const body = lineBytes(this.#file, spans);
    this.#chars += body.byteLength;
    return {
      id: importedId(this.#order.importId, what),
      source: this.#order.source,
      import: this.#order.import,
      line,
      stage: 'import',
      code: reasons[0]?.code ?? 'line.unreadable',
      ...storedReasons(reasons.map(({ code, values }) => ({ code, values }))),
      messageId,
      authority: authority.import,
      envelope,
      body,
    };
  }
}
