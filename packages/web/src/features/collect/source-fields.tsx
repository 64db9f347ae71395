import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { channels, type Source } from '../../api/sources.js';
import { placeChoices } from '../../format/place-choices.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { SelectField } from '../../parts/select-field.js';
import { TextField } from '../../parts/text-field.js';
import { useSpeech } from '../../words/speech.js';
import { word } from '../../words/word.js';
import styles from './sources.module.css';

/** What there is to say of a source; a new one begins with the workspace's zone, country and currency. */
export function SourceFields({ source }: { readonly source: Source | null }) {
  const { slug, zone, country, currency } = useWorkspace();
  const { language } = useSpeech();
  const { data } = useQuery(channels(slug));
  const known = (data?.items ?? []).map(({ name, label }) => ({ value: name, label }));
  const place = useMemo(
    () => ({
      zones: placeChoices.zones(),
      countries: placeChoices.countries(language),
      currencies: placeChoices.currencies(language),
    }),
    [language],
  );
  return (
    <>
      <TextField
        label={word('sources.field.name')}
        hint={word('sources.field.nameHint')}
        name="name"
        autoComplete="off"
        defaultValue={source?.name ?? ''}
        maxLength={100}
        isRequired
        autoFocus
      />
      <div className={styles.pair}>
        <SelectField
          key={known.length}
          label={word('sources.field.channel')}
          name="channel"
          choices={known}
          initial={source?.channel ?? 'web'}
        />
        <TextField
          label={word('sources.field.team')}
          name="team"
          autoComplete="off"
          defaultValue={source?.team ?? ''}
          maxLength={100}
        />
      </div>
      <TextField
        label={word('sources.field.trust')}
        hint={word('sources.field.trustHint')}
        name="trust"
        inputMode="numeric"
        pattern="100|[1-9]?[0-9]"
        wrong={word('sources.field.trustWrong')}
        defaultValue={String(source?.trust ?? 50)}
        isRequired
      />
      <details className={styles.more}>
        <summary>{word('sources.field.more')}</summary>
        <div className={styles.moreFields}>
          <SelectField label={word('field.zone')} name="zone" choices={place.zones} initial={source?.zone ?? zone} />
          <SelectField
            label={word('field.country')}
            name="country"
            choices={place.countries}
            initial={source?.country ?? country}
          />
          <SelectField
            label={word('field.currency')}
            name="currency"
            choices={place.currencies}
            initial={source?.currency ?? currency}
          />
          <SelectField
            label={word('sources.field.groups')}
            name="groups"
            choices={[
              { value: 'account', label: word('sources.field.groups.account') },
              { value: 'household', label: word('sources.field.groups.household') },
            ]}
            initial={source?.groups ?? 'account'}
          />
        </div>
      </details>
    </>
  );
}
