import { hash } from 'node:crypto';
import type { CompiledMapping } from '@throughline/core/collect/compile-mapping';
import type { JsonItem } from '@throughline/core/collect/json-items';
import { setAside as reasonFor } from '@throughline/core/collect/set-aside';
import { say } from '@throughline/core/words/say';
import { authority, type SetAsideRow } from '../../intake/log-row.js';
import { receiveMessages } from '../../intake/receive-messages.js';
import type { DraftGroup } from './draft-groups.js';
import type { SpilledDraft } from './draft-text.js';
import type { UnreadableReason } from './file-record.js';
import { importedId } from './imported-id.js';
import { jsonDepth } from './json-depth.js';
import { lineBytes } from './line-bytes.js';
import type { ReadOrder } from './read-order.js';

interface Pending {
  readonly item: JsonItem;
  readonly drafts: readonly SpilledDraft[];
}

/** Turns groups of drafts into messages and gathers them until they are taken. What cannot be applied keeps its lines, byte by byte. */
export class MessageBatch {
  readonly #order: ReadOrder;
  readonly #compiled: CompiledMapping;
  readonly #file: number;
  #pending: Pending[] = [];
  #setAside: SetAsideRow[] = [];
  #chars = 0;

  constructor(order: ReadOrder, compiled: CompiledMapping, file: number) {
    this.#order = order;
    this.#compiled = compiled;
    this.#file = file;
  }

  /** About how much memory the batch takes. */
  get chars(): number {
    return this.#chars;
  }

  get size(): number {
    return this.#pending.length + this.#setAside.length;
  }

  add({ drafts, isPiece }: DraftGroup): void {
    const [first] = drafts;
    if (isPiece) {
      const reason = reasonFor('line.group-too-large', { line: first.draft.line });
      this.#keep(drafts, reason.code, reason.message, null);
      return;
    }
    const [head, ...rest] = drafts.map(({ draft }) => draft);
    if (head === undefined) return;
    const merged = this.#compiled.mergeLines([head, ...rest], (text) => hash('sha256', text, 'hex').slice(0, 40));
    if (merged.type === 'message') {
      const { message } = merged;
      const text = JSON.stringify(message);
      this.#chars += text.length;
      this.#pending.push({ item: { text, value: message, depth: jsonDepth(message) }, drafts });
      return;
    }
    const [fault] = merged.faults;
    const said = merged.faults.slice(0, 3).map(({ message }) => message);
    this.#keep(drafts, fault?.code ?? 'line.unreadable', said.join('; '), null);
  }

  addUnreadable(
    span: { readonly line: number; readonly start: number; readonly end: number },
    reason: UnreadableReason,
    values: Readonly<Record<string, number>> = {},
  ): void {
    const said = reasonFor('line.unreadable', {
      line: span.line,
      reason: say(`collect.unreadable-line.${reason}`, values),
    });
    this.#setAside.push(
      this.#row(`line ${span.line} ${span.start}`, span.line, said.code, said.message, null, null, [span]),
    );
  }

  /** Hands out what was gathered and begins anew. */
  take(): Pick<ReturnType<typeof receiveMessages>, 'rows'> & { readonly setAside: readonly SetAsideRow[] } {
    const { source, zone, receivedAtMs } = this.#order;
    const pending = this.#pending;
    const received = receiveMessages(
      pending.map(({ item }) => item),
      { source, zone, authority: authority.import, import: this.#order.import, receivedAtMs },
    );
    for (const { index, code, reason, messageId } of received.setAside) {
      this.#keep(pending[index]?.drafts ?? [], code, reason, messageId);
    }
    const taken = { rows: received.rows, setAside: this.#setAside };
    this.#pending = [];
    this.#setAside = [];
    this.#chars = 0;
    return taken;
  }

  #keep(drafts: readonly SpilledDraft[], code: string, reason: string, messageId: string | null): void {
    const spans = [...drafts].sort((a, b) => a.start - b.start);
    const first = spans[0]?.draft;
    if (first === undefined) return;
    const rule = this.#order.mapping.rows[first.rule]?.rule ?? '';
    this.#setAside.push(
      this.#row(
        `rule ${rule} line ${first.line}`,
        first.line,
        code,
        reason,
        messageId,
        JSON.stringify({ rule }),
        spans,
      ),
    );
  }

  #row(
    what: string,
    line: number,
    code: string,
    reason: string,
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
      code,
      reason,
      messageId,
      authority: authority.import,
      envelope,
      body,
    };
  }
}
