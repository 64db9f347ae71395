import { contactColumns } from './columns/contacts.mjs';
import { occasionColumns } from './columns/occasions.mjs';
import { orderColumns } from './columns/orders.mjs';
import { peopleColumns } from './columns/people.mjs';
import { scoreColumns } from './columns/scores.mjs';
import { sensitiveColumns } from './columns/sensitive.mjs';

/** What the columns of exports hold, by the name that `kinds` calls them by. */
export const columns = {
  ...peopleColumns,
  ...occasionColumns,
  ...orderColumns,
  ...contactColumns,
  ...scoreColumns,
  ...sensitiveColumns,
};
