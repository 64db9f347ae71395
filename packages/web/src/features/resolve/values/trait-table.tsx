import { Link } from '@tanstack/react-router';
import { traitRuleInWords } from '@throughline/core/resolve/traits/trait-rule-in-words';
import type { Source } from '../../../api/sources.js';
import type { Trait } from '../../../api/traits.js';
import { traitName } from '../../../format/trait-name.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Table } from '../../../parts/table.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';
import styles from './values.module.css';

interface Props {
  readonly traits: readonly Trait[];
  readonly sources: readonly Source[];
  /** Left out where nobody may change a rule now. */
  readonly onChange: ((trait: Trait) => void) | undefined;
}

/** Each trait with how many people have it, about how many sources contradict each other, and the rule that chooses. */
export function TraitTable({ traits, sources, onChange }: Props) {
  const { slug, formats } = useWorkspace();
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name;
  return (
    <Table
      caption={word('values.list')}
      columns={[
        word('values.trait'),
        word('values.people'),
        word('values.contradicted'),
        word('values.rule'),
        ...(onChange === undefined ? [] : [word('values.change')]),
      ]}
      numeric={[1, 2]}
      endsInActs={onChange !== undefined}
    >
      {traits.map((trait) => (
        <tr key={trait.trait}>
          <th scope="row" className={styles.name}>
            {traitName(trait.trait)}
          </th>
          <td data-number>{formats.number(trait.people)}</td>
          <td data-number>
            {trait.contradicted + trait.settled === 0 ? (
              formats.number(0)
            ) : (
              <Link
                to="/w/$workspace/data/values/contradictions"
                params={{ workspace: slug }}
                search={{ trait: trait.trait }}
                aria-label={word('values.look', { trait: traitName(trait.trait), people: trait.contradicted })}
              >
                {formats.number(trait.contradicted)}
              </Link>
            )}
            {trait.settled === 0 ? null : (
              <div className={styles.meta}>{word('values.settled.count', { count: trait.settled })}</div>
            )}
          </td>
          <td className={styles.rule}>
            {traitRuleInWords(trait.rule, sentences(), nameOf).map((text) => (
              <p key={text}>{text}</p>
            ))}
            {trait.own ? null : <p className={styles.meta}>{word('values.rule.otherwise')}</p>}
          </td>
          {onChange === undefined ? null : (
            <td>
              <Button
                aria-label={`${word('values.change')}: ${traitName(trait.trait)}`}
                onPress={() => onChange(trait)}
              >
                {word('values.change')}
              </Button>
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}
