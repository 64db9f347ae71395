import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Rate, rateActs, rates as ratesQuery } from '../../../api/costs.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { notices } from '../../../parts/notices.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import styles from './costs.module.css';

/** What one contact costs and what remains of a price, with the days each holds on. */
export function RateTable({ rates }: { readonly rates: readonly Rate[] }) {
  const { slug, isAdmin, formats } = useWorkspace();
  const queryClient = useQueryClient();
  const [removing, setRemoving] = useState<Rate | null>(null);
  return (
    <section className={styles.section} aria-labelledby="rates">
      <h2 id="rates">{word('costs.rates')}</h2>
      <Table
        endsInActs={isAdmin}
        caption={word('costs.rates')}
        columns={[
          word('costs.rates.what'),
          word('costs.rates.amount'),
          word('costs.rates.from'),
          word('costs.rates.to'),
          ...(isAdmin ? [word('costs.rates.do')] : []),
        ]}
        numeric={[1]}
      >
        {rates.map((rate) => (
          <tr key={rate.id}>
            <th scope="row">{whatOf(rate)}</th>
            <td data-number>
              {rate.currency === null
                ? formats.percent(Number(rate.amount) / 100)
                : formats.money(rate.amount, rate.currency)}
            </td>
            <td>{formats.calendarDay(rate.from)}</td>
            <td>{rate.to === null ? word('costs.goesOn') : formats.calendarDay(rate.to)}</td>
            {isAdmin ? (
              <td>
                <Button
                  look="quiet"
                  aria-label={word('costs.remove.aria', { what: whatOf(rate) })}
                  onPress={() => setRemoving(rate)}
                >
                  {word('costs.remove')}
                </Button>
              </td>
            ) : null}
          </tr>
        ))}
      </Table>
      {removing === null ? null : (
        <Confirm
          title={word('costs.remove.title', { what: whatOf(removing) })}
          confirm={word('costs.remove')}
          onClose={() => setRemoving(null)}
          action={async () => {
            await rateActs.remove(slug, removing.id);
            await queryClient.invalidateQueries({ queryKey: ratesQuery(slug).queryKey });
            notices.say(word('costs.removed', { what: whatOf(removing) }));
          }}
        >
          <p>{word('costs.remove.text')}</p>
        </Confirm>
      )}
    </section>
  );
}

function whatOf({ kind, subject }: Rate): string {
  if (kind === 'other') return subject;
  return [word(`costs.kind.${kind}`), subject].filter((text) => text !== '').join(': ');
}
