import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Arrivals, arrivals, type NotUnderstood } from '../../../api/arrivals.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Problem } from '../../../parts/problem.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { useChannelLabel } from '../use-channel-label.js';
import { ChannelRuleDialog } from './channel-rule-dialog.js';
import { ChannelRules } from './channel-rules.js';
import styles from './tags.module.css';

/** Through which channels people came to our pages, and what campaigns say that is not understood yet. */
export function ArrivalsSection() {
  const { slug, formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  const query = useQuery(arrivals(slug));
  const { data } = query;
  if (query.isError && data === undefined) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  if (data === undefined || (data.channels.length === 0 && data.notUnderstood.length === 0)) return null;
  const label = (channel: string | null) => (channel === null ? word('arrivals.direct') : channelLabel(channel));
  const [most] = data.channels;
  return (
    <section className={styles.section} aria-labelledby="arrivals">
      <h2 id="arrivals">{word('arrivals.title')}</h2>
      {most === undefined ? null : (
        <>
          <p>
            {word('arrivals.finding', {
              count: allArrivals(data),
              channel: label(most.channel),
              most: formats.number(most.arrivals),
            })}
          </p>
          <Table
            caption={word('arrivals.caption')}
            columns={[word('arrivals.channel'), word('arrivals.arrivals')]}
            numeric={[1]}
          >
            {data.channels.map(({ channel, arrivals: count }) => (
              <tr key={channel ?? ''}>
                <th scope="row">{label(channel)}</th>
                <td data-number>{formats.number(count)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
      {data.notUnderstood.length === 0 ? null : <Odd items={data.notUnderstood} />}
      {data.rules.length === 0 ? null : <ChannelRules rules={data.rules} />}
    </section>
  );
}

function Odd({ items }: { readonly items: readonly NotUnderstood[] }) {
  const { isAdmin, formats } = useWorkspace();
  const [chosen, setChosen] = useState<NotUnderstood | null>(null);
  return (
    <>
      <p>
        {word('arrivals.notUnderstood', {
          count: items.length,
          arrivals: items.reduce((sum, one) => sum + one.arrivals, 0),
        })}
      </p>
      <Table
        endsInActs={isAdmin}
        caption={word('arrivals.notUnderstood.caption')}
        columns={[
          word('arrivals.notUnderstood.value'),
          word('arrivals.notUnderstood.field'),
          word('arrivals.arrivals'),
          ...(isAdmin ? [word('arrivals.notUnderstood.do')] : []),
        ]}
        numeric={[2]}
      >
        {items.map((one) => (
          <tr key={`${one.field} ${one.value}`}>
            <th scope="row">{one.value}</th>
            <td>
              <code>{`utm_${one.field}`}</code>
            </td>
            <td data-number>{formats.number(one.arrivals)}</td>
            {isAdmin ? (
              <td>
                <Button
                  look="quiet"
                  aria-label={word('arrivals.rule.aria', { value: one.value })}
                  onPress={() => setChosen(one)}
                >
                  {word('arrivals.rule')}
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </Table>
      {chosen === null ? null : <ChannelRuleDialog odd={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function allArrivals({ channels, notUnderstood }: Arrivals): number {
  return [...channels, ...notUnderstood].reduce((sum, one) => sum + one.arrivals, 0);
}
