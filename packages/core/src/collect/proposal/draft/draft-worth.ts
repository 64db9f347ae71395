import type { MappingRule, MappingValue } from '../../mapping/mapping.js';
import type { ChosenColumn } from '../columns/chosen-column.js';
import { signs, wordTables } from '../forms/word-tables.js';
import type { Grouping } from '../lines/find-grouping.js';
import type { ProposalContext } from '../proposal-context.js';
import type { FreeColumns } from './free-columns.js';
import { type PickedValue, pickValue } from './pick-value.js';
import { tableOf } from './table-of.js';
import { templateOf } from './template-of.js';

type Worth = Pick<Extract<MappingRule, { make: 'interaction' }>, 'value' | 'currency'>;

/** What an interaction was worth, and in which currency. */
export function draftWorth(
  free: FreeColumns,
  grouping: Grouping | undefined,
  context: ProposalContext,
): { readonly fields: Worth; readonly priceOnly: string | null } {
  const picked = pickValue(free.all(), grouping, free.isInFile('quantity'));
  if (picked === undefined) return { fields: {}, priceOnly: null };
  if ('priceOnly' in picked) return { fields: {}, priceOnly: picked.priceOnly.name };
  const currency = free.one('currency');
  free.put(picked.column, { type: 'field', name: 'value' });
  if (currency !== undefined) free.put(currency, { type: 'field', name: 'currency' });
  return {
    fields: {
      value: amountOf(picked),
      currency: currencyOf(currency, picked.column, context),
    },
    priceOnly: null,
  };
}

function amountOf({ column, pieces, merge }: PickedValue): MappingValue {
  const decimal = column.reading?.type === 'number' && column.reading.decimal === ',' ? { decimal: ',' as const } : {};
  const times = pieces === null ? {} : { times: templateOf(pieces) };
  return { from: templateOf(column), ...times, ...decimal, ...(merge === 'sum' ? { merge } : {}) };
}

/** The currency of its column, else of the sign at the amounts if all have the same, else the workspace's. */
function currencyOf(column: ChosenColumn | undefined, amount: ChosenColumn, context: ProposalContext): MappingValue {
  const usual = /^[A-Z]{3}$/.test(context.currency) ? context.currency : 'EUR';
  if (column !== undefined)
    return tableOf(column, (word) => wordTables.currency(word) ?? usual, usual) ?? templateOf(column);
  const seen = new Set(
    amount.facts.texts
      .flatMap((text) => /\p{Sc}|zł|[A-Z]{3}/u.exec(text)?.[0] ?? [])
      .map((sign) => signs.get(sign) ?? sign),
  );
  const [only] = seen;
  return seen.size === 1 && only !== undefined && wordTables.currency(only) !== undefined ? only : usual;
}
