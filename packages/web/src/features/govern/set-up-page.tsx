import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { fallbackLanguage, languageOf } from '@throughline/core/words/language';
import { useState } from 'react';
import { setUp, setupNeeded } from '../../api/setup.js';
import { formText } from '../../format/form-text.js';
import { guessPlace } from '../../format/guess-place.js';
import { Bare } from '../../frame/bare.js';
import { ActionForm } from '../../parts/action-form.js';
import { ButtonLink } from '../../parts/button-link.js';
import { Empty } from '../../parts/empty.js';
import { Page } from '../../parts/page.js';
import { Snippet } from '../../parts/snippet.js';
import { TextField } from '../../parts/text-field.js';
import { speech } from '../../words/speech.js';
import { word } from '../../words/word.js';
import { AccountFields } from './account-fields.js';
import styles from './gate.module.css';
import { PlaceFields } from './place-fields.js';
import { placeOfForm } from './place-of-form.js';

const route = getRouteApi('/setup');

/** "Who will use it?": the first person and their workspace, by a link that works once. */
export function SetUpPage() {
  const { token } = route.useSearch();
  const { data } = useQuery(setupNeeded);
  return (
    <Bare>
      <Page title={word('setup.title')} opening={data?.needed === false ? undefined : word('setup.lead')}>
        {data?.needed === false ? <SetUpAlready /> : token === undefined ? <NoToken /> : <SetUpForm token={token} />}
      </Page>
    </Bare>
  );
}

function SetUpAlready() {
  return (
    <Empty title={word('setup.done.title')} text={word('setup.done.text')}>
      <ButtonLink to="/sign-in">{word('setup.done.link')}</ButtonLink>
    </Empty>
  );
}

function NoToken() {
  const command = 'npx throughline invite';
  return (
    <>
      <Empty title={word('setup.noToken.title')} text={word('setup.noToken.text')} />
      <Snippet text={command} copyLabel={`${word('app.copy')} ${command}`} />
    </>
  );
}

function SetUpForm({ token }: { readonly token: string }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [place] = useState(() =>
    guessPlace({ languages: navigator.languages, zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  );
  return (
    <ActionForm
      submit={word('setup.submit')}
      action={async (values) => {
        const { workspace } = await setUp({
          token,
          name: formText(values, 'name'),
          email: formText(values, 'email'),
          password: String(values.get('password')),
          workspace: { name: formText(values, 'workspaceName'), ...placeOfForm(values) },
        });
        await queryClient.resetQueries();
        await navigate({ to: '/w/$workspace/customers', params: { workspace } });
      }}
    >
      <section className={styles.group} aria-labelledby="set-up-you">
        <h2 id="set-up-you">{word('setup.you')}</h2>
        <AccountFields />
      </section>
      <section className={styles.group} aria-labelledby="set-up-workspace">
        <h2 id="set-up-workspace">{word('setup.workspace')}</h2>
        <TextField label={word('field.workspaceName')} name="workspaceName" autoComplete="organization" isRequired />
        <p className={styles.hint}>{word('setup.workspaceHint')}</p>
        <PlaceFields
          initial={place}
          languageHint={word('setup.languageHint')}
          onLanguage={(tag) => void speech.speak(languageOf(tag) ?? fallbackLanguage)}
        />
      </section>
    </ActionForm>
  );
}
