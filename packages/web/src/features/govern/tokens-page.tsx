import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tokens } from '../../api/tokens.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { Loading } from '../../parts/loading.js';
import { Page } from '../../parts/page.js';
import { Problem } from '../../parts/problem.js';
import { Table } from '../../parts/table.js';
import { word } from '../../words/word.js';
import styles from './settings.module.css';
import { SettingsTabs } from './settings-tabs.js';
import { TokenDialog } from './token-dialog.js';
import { TokenRow } from './token-row.js';

/** Which programs may use this workspace. */
export function TokensPage() {
  const { slug } = useWorkspace();
  const [making, setMaking] = useState(false);
  const query = useQuery(tokens(slug));
  const items = query.data?.items;
  return (
    <Page
      title={word('settings.title')}
      tabs={<SettingsTabs />}
      acts={
        <Button look="main" onPress={() => setMaking(true)}>
          {word('tokens.create')}
        </Button>
      }
      opening={items && word('tokens.finding', { count: items.length })}
    >
      <p className={styles.text}>{word('tokens.text')}</p>
      {query.isError ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={3} /> : null}
      {items === undefined || items.length === 0 ? null : (
        <Table
          endsInActs
          caption={word('tokens.list')}
          columns={[
            word('tokens.column.name'),
            word('tokens.column.role'),
            word('tokens.column.created'),
            word('tokens.column.used'),
            word('tokens.column.do'),
          ]}
        >
          {items.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </Table>
      )}
      {making ? <TokenDialog onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}
