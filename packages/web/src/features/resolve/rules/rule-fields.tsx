import type { NamespaceRule } from '@throughline/core/resolve/namespace-rule';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';

/** What a person may set about one kind of identifier. */
export function RuleFields({ rule }: { readonly rule: NamespaceRule }) {
  return (
    <>
      <NumberField name="limitPerPerson" value={rule.limitPerPerson} least={1} />
      <NumberField name="limitWithinDays" value={rule.limitWithinDays} least={1} />
      <NumberField name="limitPerPersonAndSource" value={rule.limitPerPersonAndSource} least={1} />
      <NumberField name="hubFromPeople" value={rule.hubFromPeople} least={2} />
      <NumberField name="hubWithinDays" value={rule.hubWithinDays} least={1} />
      <NumberField name="hubFromNumbers" value={rule.hubFromNumbers} least={2} />
      <TextField
        label={word('rules.field.blockedValues')}
        name="blockedValues"
        defaultValue={rule.blockedValues.join('\n')}
        rows={3}
      />
      <TextField
        label={word('rules.field.blockedPatterns')}
        name="blockedPatterns"
        hint={word('rules.field.blockedPatterns.hint')}
        defaultValue={rule.blockedPatterns.join('\n')}
        rows={3}
      />
    </>
  );
}

interface NumberFieldProps {
  readonly name:
    | 'limitPerPerson'
    | 'limitWithinDays'
    | 'limitPerPersonAndSource'
    | 'hubFromPeople'
    | 'hubWithinDays'
    | 'hubFromNumbers';
  readonly value: number | null;
  readonly least: number;
}

function NumberField({ name, value, least }: NumberFieldProps) {
  return (
    <TextField
      label={word(`rules.field.${name}`)}
      name={name}
      hint={word('rules.field.none')}
      inputMode="numeric"
      pattern={least === 1 ? '[1-9][0-9]{0,4}' : '[2-9]|[1-9][0-9]{1,4}'}
      wrong={word('rules.field.number', { least })}
      defaultValue={value === null ? '' : String(value)}
    />
  );
}
