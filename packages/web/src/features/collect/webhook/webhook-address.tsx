import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setWebhook, type Webhook, type WebhookSet, webhook as webhookQuery } from '../../../api/webhooks.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Secret } from '../../../parts/secret.js';
import { word } from '../../../words/word.js';
import styles from './webhook.module.css';

interface Props {
  readonly source: string;
  readonly webhook: Webhook;
  /** Made a moment ago; null if it is not to be seen any more. */
  readonly secret: string | null;
  readonly onSet: (made: WebhookSet) => void;
}

/** What the other system is given. */
export function WebhookAddress({ source, webhook, secret, onSet }: Props) {
  const { slug, isAdmin } = useWorkspace();
  const queryClient = useQueryClient();
  const anew = useMutation({
    mutationFn: () => {
      const { scheme, deliveryHeader, mapping } = webhook;
      return setWebhook(slug, source, { scheme, deliveryHeader, mapping, secret: { type: 'anew' } });
    },
    onSuccess: async (made) => {
      onSet(made);
      await queryClient.invalidateQueries({ queryKey: webhookQuery(slug, source).queryKey });
    },
  });
  return (
    <section className={styles.part} aria-labelledby="webhook-address">
      <h2 id="webhook-address">{word('webhook.address.heading')}</h2>
      <Secret label={word('webhook.address')} value={webhook.address} />
      {secret === null ? (
        <p className={styles.hint}>{word('webhook.address.secretKept', { hint: webhook.secretHint })}</p>
      ) : (
        <>
          <Secret label={word('webhook.address.secret')} value={secret} />
          <p className={styles.hint}>{word('webhook.address.text')}</p>
        </>
      )}
      {isAdmin && secret === null ? (
        <>
          <Button look="danger" onPress={() => anew.mutate()} isPending={anew.isPending}>
            {word('webhook.anew')}
          </Button>
          <p className={styles.hint}>{word('webhook.anew.text')}</p>
        </>
      ) : null}
      {anew.error === null ? null : <InlineProblem error={anew.error} />}
    </section>
  );
}
