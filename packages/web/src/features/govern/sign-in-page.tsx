import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { session } from '../../api/session.js';
import { formText } from '../../format/form-text.js';
import { Bare } from '../../frame/bare.js';
import { safeNext } from '../../frame/safe-next.js';
import { ActionForm } from '../../parts/action-form.js';
import { Page } from '../../parts/page.js';
import { TextField } from '../../parts/text-field.js';
import { word } from '../../words/word.js';
import styles from './gate.module.css';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { next } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  return (
    <Bare>
      <Page title={word('signIn.title')}>
        <div className={styles.form}>
          <ActionForm
            submit={word('signIn.submit')}
            action={async (values) => {
              await session.signIn({ email: formText(values, 'email'), password: String(values.get('password')) });
              queryClient.clear();
              router.history.push(safeNext(next));
            }}
          >
            <TextField label={word('field.email')} name="email" type="email" autoComplete="username" isRequired />
            <TextField
              label={word('field.password')}
              name="password"
              type="password"
              autoComplete="current-password"
              isRequired
            />
          </ActionForm>
        </div>
        <p className={styles.hint}>{word('signIn.help')}</p>
      </Page>
    </Bare>
  );
}
