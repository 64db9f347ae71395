import { useQuery, useQueryClient } from '@tanstack/react-query';
import { me } from '../../api/me.js';
import { changeSettings, settings } from '../../api/settings.js';
import type { WorkspaceSettings } from '../../api/setup.js';
import { formText } from '../../format/form-text.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { ActionForm } from '../../parts/action-form.js';
import { Loading } from '../../parts/loading.js';
import { notices } from '../../parts/notices.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import { PlaceFields } from './place-fields.js';
import { placeOfForm } from './place-of-form.js';
import styles from './settings.module.css';
import { SettingsTabs } from './settings-tabs.js';

/** What a workspace is called and where it is at home. */
export function WorkspacePage() {
  const { slug, isAdmin } = useWorkspace();
  const query = useQuery(settings(slug));
  return (
    <Page
      title={word('settings.title')}
      tabs={<SettingsTabs />}
      opening={query.data && word('settings.workspace.finding', findingOf(query.data))}
    >
      {query.isError ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading /> : null}
      {query.data === undefined ? null : isAdmin ? (
        <SettingsForm settings={query.data} />
      ) : (
        <p className={styles.hint}>{word('app.viewerOnly')}</p>
      )}
    </Page>
  );
}

function findingOf({ name, zone, currency }: WorkspaceSettings) {
  return { name, zone: zone.replaceAll('_', ' '), currency };
}

function SettingsForm({ settings: initial }: { readonly settings: WorkspaceSettings }) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return (
    <div className={styles.narrow}>
      <ActionForm
        submit={word('app.save')}
        action={async (values) => {
          await changeSettings(slug, { name: formText(values, 'name'), ...placeOfForm(values) });
          await Promise.all([
            queryClient.invalidateQueries({ queryKey: settings(slug).queryKey }),
            queryClient.invalidateQueries({ queryKey: me.queryKey }),
          ]);
          notices.say(word('app.saved'));
        }}
      >
        <TextField label={word('field.workspaceName')} name="name" defaultValue={initial.name} isRequired />
        <PlaceFields initial={initial} languageHint={word('settings.workspace.languageHint')} />
        <p className={styles.hint}>{word('settings.workspace.hint')}</p>
      </ActionForm>
    </div>
  );
}
