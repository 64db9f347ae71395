import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { revokeToken, type Token, tokens } from '../../api/tokens.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { notices } from '../../parts/notices.js';
import { word } from '../../words/word.js';
import styles from './settings.module.css';

export function TokenRow({ token }: { readonly token: Token }) {
  const { slug, formats } = useWorkspace();
  const [revoking, setRevoking] = useState(false);
  const queryClient = useQueryClient();
  const { name } = token;
  return (
    <tr>
      <th scope="row">
        {name}
        <div className={styles.mail}>
          <code>{token.hint}…</code>
        </div>
      </th>
      <td>{word(`users.role.short.${token.role}`)}</td>
      <td>{formats.day(token.createdAt)}</td>
      <td>{token.lastUsedAt === null ? word('app.never') : formats.moment(token.lastUsedAt)}</td>
      <td>
        <Button look="quiet" aria-label={word('tokens.revoke.aria', { name })} onPress={() => setRevoking(true)}>
          {word('tokens.revoke')}
        </Button>
        {revoking ? (
          <Confirm
            title={word('tokens.revoke.title', { name })}
            confirm={word('tokens.revoke.confirm')}
            onClose={() => setRevoking(false)}
            action={async () => {
              await revokeToken(slug, token.id);
              await queryClient.invalidateQueries({ queryKey: tokens(slug).queryKey });
              notices.say(word('tokens.revoked', { name }));
            }}
          >
            <p>{word('tokens.revoke.text')}</p>
          </Confirm>
        ) : null}
      </td>
    </tr>
  );
}
