import { sentence } from '../../../format/sentence.js';
import { uniqueKeys } from '../../../format/unique-keys.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { IdentifierChip } from '../../../parts/identifier-chip.js';
import { word } from '../../../words/word.js';
import { type GraphNode, keyOf, type MatchGraph } from './match-graph.js';
import styles from './match-graph.module.css';

/** What is behind one identifier of the graph: who knows it since when, and each of its matches. */
export function MatchDetails({ node, graph }: { readonly node: GraphNode; readonly graph: MatchGraph }) {
  const { formats } = useWorkspace();
  const { identifier, own } = node;
  const matches = graph.matches.filter(({ identifiers }) => identifiers.some((one) => keyOf(one) === node.key));
  const keys = uniqueKeys(matches.map(({ sentence: text }) => text));
  return (
    <>
      <p>
        <IdentifierChip identifier={identifier} />{' '}
        <span className={styles.meta}>
          {own === undefined
            ? word('person.how.ofOther')
            : word('person.identifiers.from', { sources: own.sources.join(', '), at: formats.day(own.firstAt) })}
        </span>
      </p>
      {matches.length === 0 ? (
        <p className={styles.meta}>{word('person.how.noMatch')}</p>
      ) : (
        <ul className={styles.reasons}>
          {matches.map((match, index) => (
            <li key={keys[index]} data-held={match.held}>
              {sentence(match.sentence)}
              {match.held ? null : (
                <span className={styles.reason}>
                  {' '}
                  {match.refusedBecause === null
                    ? sentence(word('person.joins.refused'))
                    : sentence(word('person.joins.refusedBecause', { reason: match.refusedBecause }))}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
