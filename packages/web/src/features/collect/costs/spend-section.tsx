import type { Spend } from '../../../api/costs.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';
import { DayBars } from '../day-bars.js';
import { useChannelLabel } from '../use-channel-label.js';
import styles from './costs.module.css';

/** What advertising cost: day by day, each currency for itself, and by campaign. */
export function SpendSection({ spend: { from, to, days, campaigns } }: { readonly spend: Spend }) {
  const { formats } = useWorkspace();
  const channelLabel = useChannelLabel();
  if (from === null || to === null || days.length === 0) return null;
  const currencies = [...new Set(campaigns.map(({ currency }) => currency))];
  return (
    <section className={styles.section} aria-labelledby="spend">
      <h2 id="spend">{word('costs.spend')}</h2>
      {currencies.map((currency) => {
        const own = days
          .filter((day) => day.currency === currency)
          .map(({ day, amount }) => ({ day, value: Number(amount) }));
        const shown = (value: number) => formats.money(value, currency);
        const most = own.reduce((best, day) => (day.value > best.value ? day : best), { day: from, value: 0 });
        return (
          <DayBars
            key={currency}
            from={from}
            to={to}
            days={own}
            finding={word('costs.days.finding', {
              total: shown(own.reduce((sum, { value }) => sum + value, 0)),
              from: formats.calendarDay(from),
              to: formats.calendarDay(to),
              day: formats.calendarDay(most.day),
              most: shown(most.value),
            })}
            caption={word('costs.days.caption', { currency })}
            columns={[word('counts.days.day'), word('costs.amount.money')]}
            shown={shown}
          />
        );
      })}
      <Table
        caption={word('costs.byCampaign')}
        columns={[word('costs.campaign'), word('costs.channel'), word('costs.amount.money')]}
        numeric={[2]}
      >
        {campaigns.map(({ campaign, channel, currency, amount }) => (
          <tr key={`${campaign} ${channel} ${currency}`}>
            <th scope="row">{campaign || word('costs.noCampaign')}</th>
            <td>{channelLabel(channel)}</td>
            <td data-number>{formats.money(amount, currency)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
