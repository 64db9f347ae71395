import { useQueryClient } from '@tanstack/react-query';
import { addSource, sources } from '../../../api/sources.js';
import { formText } from '../../../format/form-text.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ActionForm } from '../../../parts/action-form.js';
import { TextField } from '../../../parts/text-field.js';
import { word } from '../../../words/word.js';
import styles from './connect.module.css';

interface Props {
  readonly onMade: (made: { readonly id: string; readonly writeKey: string }) => void;
}

/** What the site is called; the rest of what is said of a source has its defaults, and can be changed later. */
export function NameSite({ onMade }: Props) {
  const { slug, zone, country, currency } = useWorkspace();
  const queryClient = useQueryClient();
  return (
    <div className={styles.form}>
      <ActionForm
        submit={word('connect.submit')}
        action={async (values) => {
          const name = formText(values, 'name');
          const place = { zone, country, currency };
          const made = await addSource(slug, { name, channel: 'web', team: null, trust: 50, ...place, key: 'public' });
          await queryClient.invalidateQueries({ queryKey: sources(slug).queryKey });
          onMade(made);
        }}
      >
        <TextField
          label={word('connect.name')}
          hint={word('sources.field.nameHint')}
          name="name"
          autoComplete="off"
          maxLength={100}
          isRequired
        />
      </ActionForm>
    </div>
  );
}
