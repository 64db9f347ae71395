import { useId, useMemo, useState } from 'react';
import type { JoinsAnswer } from '../../../api/joins.js';
import type { Person } from '../../../api/person.js';
import { word } from '../../../words/word.js';
import { MatchDetails } from './match-details.js';
import { MatchDrawing } from './match-drawing.js';
import { type LineHold, matchGraph } from './match-graph.js';
import styles from './match-graph.module.css';
import { MatchTable } from './match-table.js';

interface Props {
  readonly person: Person;
  readonly answer: JoinsAnswer;
}

/** The matches of a person as a picture and as a table that holds the very same. */
export function HowMatched({ person: { identifiers }, answer }: Props) {
  const graph = useMemo(() => matchGraph(identifiers, answer.joins), [identifiers, answer.joins]);
  const [chosen, setChosen] = useState<string | null>(null);
  const detailsId = useId();
  const node = graph.nodes.find(({ key }) => key === chosen);
  const finding = word('person.how.finding', {
    identifiers: graph.nodes.filter(({ own }) => own !== undefined).length,
    matches: graph.matches.filter(({ held, identifiers: joined }) => held && joined.length > 1).length,
    apart: graph.matches.filter(({ held }) => !held).length,
  });
  const leftOut = { identifiers: graph.leftOut.identifiers, matches: graph.leftOut.matches + answer.leftOut };
  const holds = (['decision', 'strong', 'weak', 'apart'] as const).filter((hold) =>
    graph.lines.some((line) => line.hold === hold),
  );
  return (
    <>
      <p>{finding}</p>
      {leftOut.identifiers + leftOut.matches === 0 ? null : (
        <p className={styles.meta}>{word('person.how.leftOut', leftOut)}</p>
      )}
      <p className={styles.meta}>{word('person.how.keys')}</p>
      <div className={styles.twins}>
        <div>
          <MatchDrawing graph={graph} finding={finding} chosen={chosen} onChoose={setChosen} detailsId={detailsId} />
          {holds.length === 0 ? null : <Legend holds={holds} />}
          <div id={detailsId} className={styles.details} aria-live="polite">
            {node === undefined ? null : <MatchDetails node={node} graph={graph} />}
          </div>
        </div>
        <MatchTable matches={graph.matches} />
      </div>
    </>
  );
}

/** What the strokes of the lines mean; only those that are drawn. */
function Legend({ holds }: { readonly holds: readonly LineHold[] }) {
  return (
    <ul className={styles.legend} aria-label={word('person.how.legend')}>
      {holds.map((hold) => (
        <li key={hold}>
          <svg width="28" height="10" aria-hidden="true" focusable="false">
            <g className={styles.line} data-hold={hold}>
              <path d="M 0 5 H 28" />
            </g>
          </svg>
          {word('person.how.hold', { hold })}
        </li>
      ))}
    </ul>
  );
}
