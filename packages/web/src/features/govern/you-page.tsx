import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { me } from '../../api/me.js';
import { session } from '../../api/session.js';
import { ActionForm } from '../../parts/action-form.js';
import { notices } from '../../parts/notices.js';
import { Page } from '../../parts/page.js';
import { TextField } from '../../parts/text-field.js';
import { type Theme, theme } from '../../theme/theme.js';
import { word } from '../../words/word.js';
import { LanguageChoice } from './language-choice.js';
import { PasswordField } from './password-field.js';
import styles from './settings.module.css';
import { SettingsTabs } from './settings-tabs.js';

/** What concerns only the person who is signed in. */
export function YouPage() {
  const { user } = useSuspenseQuery(me).data;
  return (
    <Page title={word('settings.title')} tabs={<SettingsTabs />} opening={word('you.finding', { email: user.email })}>
      <section className={styles.section}>
        <LanguageChoice />
      </section>
      <section className={styles.section}>
        <ThemeChoice />
      </section>
      <section className={styles.section} aria-labelledby="password">
        <h2 id="password">{word('you.password')}</h2>
        <PasswordForm />
      </section>
    </Page>
  );
}

function ThemeChoice() {
  const [chosen, setChosen] = useState(theme.get);
  const choose = (next: Theme) => {
    theme.set(next);
    setChosen(next);
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{word('you.theme')}</legend>
      {(['system', 'light', 'dark'] as const).map((option) => (
        <label key={option} className={styles.choice}>
          <input type="radio" name="theme" value={option} checked={chosen === option} onChange={() => choose(option)} />
          {word(`you.theme.${option}`)}
        </label>
      ))}
    </fieldset>
  );
}

function PasswordForm() {
  const [changes, setChanges] = useState(0);
  return (
    <ActionForm
      key={changes}
      submit={word('you.password.submit')}
      action={async (values) => {
        await session.changePassword({
          currentPassword: String(values.get('current')),
          newPassword: String(values.get('new')),
        });
        setChanges(changes + 1);
        notices.say(word('you.password.done'));
      }}
    >
      <TextField
        label={word('you.password.current')}
        name="current"
        type="password"
        autoComplete="current-password"
        isRequired
      />
      <PasswordField label={word('you.password.new')} name="new" />
    </ActionForm>
  );
}
