import { identifierKind } from '@throughline/core/resolve/identifier-in-words';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import { lineLanes } from './line-lanes.js';
import type { GraphLine, GraphNode, MatchGraph } from './match-graph.js';
import styles from './match-graph.module.css';
import { nextNode } from './next-node.js';

interface Props {
  readonly graph: MatchGraph;
  /** What the picture says, for those who hear it. */
  readonly finding: string;
  /** The node whose details are shown. */
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly detailsId: string;
}

const rowPx = 36;
const widestPx = 132;
const dotPx = 4.5;

/**
 * Identifiers one below the other, joined by lines that swing out to the left: solid where a match is sure, dashed where it is weak, grey with a
 * cross where it was refused. One identifier at a time takes the focus; the arrow keys move it, Enter shows what is behind.
 */
export function MatchDrawing({ graph, finding, chosen, onChoose, detailsId }: Props) {
  const { nodes, lines } = graph;
  const lanes = useMemo(() => lineLanes(lines), [lines]);
  const lanePx = Math.min(16, widestPx / (Math.max(0, ...lanes) + 2));
  const edge = Math.ceil((Math.max(0, ...lanes) + 2) * lanePx);
  const [focused, setFocused] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const lit = chosen === null ? undefined : nodes.findIndex(({ key }) => key === chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextNode(graph, focused, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setFocused(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div className={styles.drawing} style={{ gridTemplateColumns: `${edge + 8}px minmax(0, 1fr)` }}>
      <svg width={edge + 8} height={nodes.length * rowPx} role="img" aria-label={finding} focusable="false">
        {lines.map((line, index) => (
          <Line
            key={`${nodes[line.from]?.key} ${nodes[line.to]?.key} ${line.hold}`}
            line={line}
            edge={edge}
            reach={((lanes[index] ?? 0) + 1) * lanePx}
            isFaint={lit !== undefined && line.from !== lit && line.to !== lit}
          />
        ))}
        {nodes.map((node, place) => (
          <circle
            key={node.key}
            cx={edge}
            cy={middleOf(place)}
            r={dotPx}
            className={styles.dot}
            data-own={node.own !== undefined}
          />
        ))}
      </svg>
      <ol ref={list} className={styles.nodes} aria-label={word('person.how.identifiers')} onKeyDown={onKeyDown}>
        {nodes.map((node, place) => (
          <li key={node.key} style={{ height: rowPx }}>
            <button
              type="button"
              className={styles.node}
              data-own={node.own !== undefined}
              tabIndex={place === Math.min(focused, nodes.length - 1) ? 0 : -1}
              aria-expanded={node.key === chosen}
              aria-controls={detailsId}
              title={node.identifier.value}
              onFocus={() => setFocused(place)}
              onClick={() => onChoose(node.key === chosen ? null : node.key)}
            >
              <NodeName node={node} />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function NodeName({ node: { identifier, own } }: { readonly node: GraphNode }) {
  return (
    <>
      <span className={styles.kind}>
        {own === undefined ? `${word('person.how.other')} ` : null}
        {identifierKind(identifier.namespace, sentences())}
      </span>{' '}
      {identifier.value}
    </>
  );
}

interface LineProps {
  readonly line: GraphLine;
  readonly edge: number;
  /** How far it swings out, px. */
  readonly reach: number;
  readonly isFaint: boolean;
}

function Line({ line: { from, to, hold }, edge, reach, isFaint }: LineProps) {
  const [top, bottom] = [middleOf(from), middleOf(to)];
  const out = edge - reach;
  const bend = Math.min(rowPx, (bottom - top) / 2);
  const path = `M ${edge} ${top} C ${out} ${top} ${out} ${top} ${out} ${top + bend} V ${bottom - bend} C ${out} ${bottom} ${out} ${bottom} ${edge} ${bottom}`;
  const [x, y] = [out, (top + bottom) / 2];
  return (
    <g className={styles.line} data-hold={hold} data-faint={isFaint}>
      <path d={path} />
      {hold === 'apart' ? <path d={`M ${x - 4} ${y - 4} l 8 8 m 0 -8 l -8 8`} className={styles.cross} /> : null}
    </g>
  );
}

const middleOf = (place: number): number => (place + 0.5) * rowPx;
