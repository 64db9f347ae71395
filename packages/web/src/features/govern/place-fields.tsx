import { useMemo } from 'react';
import { placeChoices } from '../../format/place-choices.js';
import { SelectField } from '../../parts/select-field.js';
import { useSpeech } from '../../words/speech.js';
import { word } from '../../words/word.js';
import styles from './place-fields.module.css';

interface Props {
  readonly initial: {
    readonly country: string;
    readonly zone: string;
    readonly currency: string;
    readonly language: string;
    readonly weekStartsOn: number;
  };
  readonly languageHint: string;
  readonly onLanguage?: (tag: string) => void;
}

/** Where a workspace is at home: it decides how times, amounts and telephone numbers are read. */
export function PlaceFields({ initial, languageHint, onLanguage }: Props) {
  const { language } = useSpeech();
  const choices = useMemo(
    () => ({
      countries: placeChoices.countries(language),
      currencies: placeChoices.currencies(language),
      zones: placeChoices.zones(),
      languages: placeChoices.languages(language),
      weekdays: placeChoices.weekdays(language),
    }),
    [language],
  );
  return (
    <div className={styles.fields}>
      <SelectField label={word('field.country')} name="country" choices={choices.countries} initial={initial.country} />
      <SelectField label={word('field.zone')} name="zone" choices={choices.zones} initial={initial.zone} />
      <SelectField
        label={word('field.currency')}
        name="currency"
        choices={choices.currencies}
        initial={initial.currency}
      />
      <SelectField
        label={word('field.language')}
        name="language"
        choices={choices.languages}
        initial={initial.language}
        hint={languageHint}
        {...(onLanguage === undefined ? {} : { onChoose: onLanguage })}
      />
      <SelectField
        label={word('field.weekStartsOn')}
        name="weekStartsOn"
        choices={choices.weekdays}
        initial={String(initial.weekStartsOn)}
      />
    </div>
  );
}
