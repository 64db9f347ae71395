import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { me } from '../api/me.js';
import { word } from '../words/word.js';
import { useWorkspace } from './use-workspace.js';
import styles from './workspace-switch.module.css';

/** The name of the workspace; a choice once somebody belongs to several. */
export function WorkspaceSwitch() {
  const current = useWorkspace();
  const { data } = useSuspenseQuery(me);
  const navigate = useNavigate();
  const id = useId();
  if (data.workspaces.length < 2) return <p className={styles.name}>{current.name}</p>;
  return (
    <div className={styles.switch}>
      <label htmlFor={id}>{word('app.workspace')}</label>
      <select
        id={id}
        value={current.slug}
        onChange={(event) =>
          void navigate({ to: '/w/$workspace/customers', params: { workspace: event.target.value } })
        }
      >
        {data.workspaces.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
