import { Link } from '@tanstack/react-router';
import type { WebhookDelivery } from '../../../api/webhooks.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import styles from './webhook.module.css';

/** What came, the newest first, and what became of it. */
export function DeliveryList({ deliveries }: { readonly deliveries: readonly WebhookDelivery[] }) {
  const { slug, formats } = useWorkspace();
  const isSomeAside = deliveries.some(({ outcome }) => outcome === 'set-aside');
  return (
    <section className={styles.part} aria-labelledby="webhook-deliveries">
      <h2 id="webhook-deliveries">{word('webhook.deliveries')}</h2>
      {deliveries.length === 0 ? (
        <p>{word('webhook.deliveries.none')}</p>
      ) : (
        <Table
          caption={word('webhook.deliveries')}
          columns={[
            word('webhook.deliveries.received'),
            word('webhook.deliveries.outcome'),
            word('webhook.deliveries.delivery'),
            word('webhook.deliveries.size'),
          ]}
          numeric={[3]}
        >
          {deliveries.map((one) => (
            <tr key={one.id}>
              <td>{formats.moment(one.receivedAt)}</td>
              <td>{outcomeText(one)}</td>
              <td className={styles.delivery}>{one.delivery ?? word('webhook.deliveries.unnamed')}</td>
              <td data-number>{word('webhook.deliveries.bytes', { bytes: one.bytes })}</td>
            </tr>
          ))}
        </Table>
      )}
      {isSomeAside ? (
        <p>
          <Link to="/w/$workspace/data/set-aside" params={{ workspace: slug }}>
            {word('webhook.deliveries.aside')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function outcomeText({ outcome, messages, reason }: WebhookDelivery): string {
  switch (outcome) {
    case 'kept':
      return word('webhook.outcome.kept', { messages });
    case 'nothing':
      return word('webhook.outcome.nothing');
    case 'set-aside':
      return word('webhook.outcome.setAside', { reason: reason ?? '' });
  }
}
