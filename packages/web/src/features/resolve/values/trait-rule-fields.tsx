import { choiceOf, type GoldenTraitRule, sourcesOf, traitChoices } from '@throughline/core/resolve/golden-trait-rule';
import { traitChoiceInWords } from '@throughline/core/resolve/traits/trait-rule-in-words';
import { useState } from 'react';
import type { Source } from '../../../api/sources.js';
import { SelectField } from '../../../parts/select-field.js';
import { sentences } from '../../../words/sentences.js';
import { word } from '../../../words/word.js';

interface Props {
  /** Null: the trait has no rule of its own. */
  readonly rule: GoldenTraitRule | null;
  readonly otherwise: GoldenTraitRule;
  readonly sources: readonly Source[];
}

const fewestPlaces = 3;

/** How the value of a trait is chosen, and which systems are believed first about it. */
export function TraitRuleFields({ rule, otherwise, sources }: Props) {
  const [hasOwn, setOwn] = useState(rule !== null);
  const words = sentences();
  const choices = traitChoices.map((choice) => ({ value: choice, label: capital(traitChoiceInWords(choice, words)) }));
  const asOthers = word('values.field.asOthers', { choice: traitChoiceInWords(choiceOf(otherwise), words) });
  return (
    <>
      <SelectField
        label={word('values.field.choose')}
        name="choose"
        choices={[{ value: '', label: asOthers }, ...choices]}
        initial={rule === null ? '' : choiceOf(rule)}
        onChoose={(choice) => setOwn(choice !== '')}
      />
      {hasOwn && sources.length > 1 ? (
        <BelievedFirst believed={rule === null ? [] : sourcesOf(rule)} sources={sources} />
      ) : null}
    </>
  );
}

interface BelievedProps {
  readonly believed: readonly string[];
  readonly sources: readonly Source[];
}

function BelievedFirst({ believed, sources }: BelievedProps) {
  const nobody = { value: '', label: word('values.field.byTrust') };
  const byName = sources.map(({ id, name }) => ({ value: id, label: name }));
  const places = Math.min(sources.length, Math.max(fewestPlaces, believed.length + 1));
  return Array.from({ length: places }, (_, place) => (
    <SelectField
      // biome-ignore lint/suspicious/noArrayIndexKey: a place in the order is all these are
      key={place}
      label={word('values.field.source', { place: place + 1 })}
      name="source"
      choices={[nobody, ...byName]}
      initial={believed[place] ?? ''}
      {...(place === places - 1 ? { hint: word('values.field.source.hint') } : {})}
    />
  ));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
