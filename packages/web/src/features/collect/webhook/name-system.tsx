import { useQuery, useQueryClient } from '@tanstack/react-query';
import { addSource, channels, sources } from '../../../api/sources.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { SelectField } from '../../../parts/select-field.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import styles from './webhook.module.css';

/** What the system is called and where what it tells of takes place; the rest has its defaults, and can be changed later. */
export function NameSystem({ onMade }: { readonly onMade: (source: string) => void }) {
  const { slug, zone, country, currency } = useWorkspace();
  const queryClient = useQueryClient();
  const { data } = useQuery(channels(slug));
  const known = (data?.items ?? []).map(({ name, label }) => ({ value: name, label }));
  return (
    <div className={styles.form}>
      <ActionForm
        submit={word('webhook.name.submit')}
        action={async (values) => {
          const named = { name: formText(values, 'name'), channel: formText(values, 'channel') };
          const place = { zone, country, currency };
          const made = await addSource(slug, { ...named, team: null, trust: 50, ...place, key: 'server' });
          await queryClient.invalidateQueries({ queryKey: sources(slug).queryKey });
          onMade(made.id);
        }}
      >
        <TextField
          label={word('webhook.name')}
          hint={word('sources.field.nameHint')}
          name="name"
          autoComplete="off"
          maxLength={100}
          isRequired
        />
        <SelectField
          key={known.length}
          label={word('sources.field.channel')}
          name="channel"
          choices={known}
          initial="web"
        />
      </ActionForm>
    </div>
  );
}
