import { ThroughlineError } from '@throughline/core/errors/throughline-error';
import type { Identifier } from '@throughline/core/resolve/identifier';
import { judgePairs, type PairVerdict } from '@throughline/core/resolve/join-list/judge-pairs';
import { type PairLine, readPairs } from '@throughline/core/resolve/join-list/read-pairs';
import type { NodeRef } from '@throughline/core/resolve/node-ref';
import { normaliseIdentifier } from '@throughline/core/resolve/normalise-identifier';
import { parse } from 'csv-parse/sync';
import type { ClientBase } from 'pg';
import { findNodes } from '../batch/identity.sql.js';
import { decidedAtMs } from '../commands/append-command.js';
import type { IdentityFrame } from '../customers/identity-frame.js';
import { loadComponent } from '../customers/load-component.js';

export type JudgedLine =
  | Extract<PairLine, { type: 'unreadable' }>
  | (Extract<PairLine, { type: 'pair' }> & { readonly verdict: PairVerdict });

export interface JudgedList {
  readonly lines: readonly JudgedLine[];
  readonly personsBefore: number;
  readonly personsAfter: number;
  readonly takenOff: number;
}

const mostPairs = 5_000;

/** Reads a file of pairs and says what would become of each line. Errors: `join-list.unreadable`, `join-list.too-long`. */
export async function judgedList(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  text: string,
  nowMs: number,
): Promise<JudgedList> {
  const lines = readPairs(rowsOf(text));
  if (lines.length > mostPairs) {
    throw new ThroughlineError(
      'join-list.too-long',
      `a list holds at most ${mostPairs} pairs, and this one holds ${lines.length}: cut it into several`,
    );
  }
  const pairs = lines.flatMap((line) =>
    line.type === 'pair' ? [{ ...line, a: normal(line.a, frame), b: normal(line.b, frame) }] : [],
  );
  const nodes = await knownNodes(
    client,
    workspace,
    frame,
    pairs.flatMap(({ a, b }) => [a, b]),
  );
  const known = pairs.map(({ a, b }) => ({ a: nodes.get(keyOf(a)), b: nodes.get(keyOf(b)) }));
  const start = known.flatMap(({ a, b }) => (a === undefined || b === undefined ? [] : [a.node, b.node]));
  const component = await loadComponent(client, workspace, frame, [...new Set(start)]);
  const judged = judgePairs(known, component, frame.rules, decidedAtMs(nowMs, 0, pairs.length));
  const verdicts = judged.verdicts[Symbol.iterator]();
  return {
    lines: lines.flatMap((line): readonly JudgedLine[] => {
      if (line.type === 'unreadable') return [line];
      const verdict = verdicts.next();
      return verdict.done === true ? [] : [{ ...line, verdict: verdict.value }];
    }),
    personsBefore: judged.personsBefore,
    personsAfter: judged.personsAfter,
    takenOff: judged.takenOff,
  };
}

/** Cells by line; separated by commas, semicolons or tabs, whichever the first line has. Error: `join-list.unreadable`. */
function rowsOf(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const [first = ''] = text.split(/\r?\n/u, 1);
  const delimiter = ['\t', ';', ','].find((one) => first.includes(one)) ?? ',';
  const rows: { line: number; cells: readonly string[] }[] = [];
  try {
    parse(text, {
      delimiter,
      bom: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      onRecord: (cells: string[], { lines: line }) => {
        rows.push({ line, cells });
        return null;
      },
    });
    return rows;
  } catch (cause) {
    const because = cause instanceof Error ? cause.message : String(cause);
    throw new ThroughlineError('join-list.unreadable', `this is no list of pairs: ${because}`, { cause });
  }
}

function normal(given: Identifier, { country }: IdentityFrame): Identifier {
  const normalised = normaliseIdentifier(given, { defaultCountry: country });
  return normalised.type === 'identifier' ? normalised.identifier : given;
}

async function knownNodes(
  client: ClientBase,
  workspace: number,
  frame: IdentityFrame,
  wanted: readonly Identifier[],
): Promise<ReadonlyMap<string, NodeRef>> {
  const codes = new Map([...frame.namespaces].map(([code, name]) => [name, code]));
  const distinct = [...new Map(wanted.map((one) => [keyOf(one), one])).values()].flatMap(({ namespace, value }) => {
    const code = codes.get(namespace);
    return code === undefined ? [] : [{ code, value }];
  });
  if (distinct.length === 0) return new Map();
  const found = await findNodes(
    client,
    workspace,
    distinct.map(({ code }) => code),
    distinct.map(({ value }) => value),
  );
  return new Map(
    found.map(({ node, namespace, value }) => {
      const ref = { node, namespace: frame.namespaces.get(namespace) ?? String(namespace), value };
      return [keyOf(ref), ref];
    }),
  );
}

const keyOf = ({ namespace, value }: Identifier): string => `${namespace}\n${value}`;
