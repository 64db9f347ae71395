/** What a column can mean. */
export const meanings = [
  // who
  ...(['email', 'phone', 'customer-number', 'loyalty-card'] as const),
  ...(['full-name', 'first-name', 'last-name', 'salutation', 'gender', 'birthday', 'company'] as const),
  ...(['street', 'postcode', 'city', 'country', 'language', 'consent'] as const),
  // which
  ...(['order-number', 'call-number', 'case-number', 'record-number'] as const),
  // when
  ...(['date-time', 'date', 'time-of-day'] as const),
  // what
  ...([
    'event',
    'direction',
    'channel',
    'location',
    'agent',
    'reason',
    'outcome',
    'campaign',
    'product',
    'product-number',
  ] as const),
  ...(['amount', 'currency', 'quantity', 'duration', 'score', 'number', 'flag', 'category', 'free-text'] as const),
  ...(['url', 'ip-address', 'user-agent'] as const),
  // left out unless chosen
  ...(['health', 'national-id', 'bank-account', 'payment-card'] as const),
  // nothing to go by
  ...(['text', 'nested', 'empty'] as const),
] as const;

export type Meaning = (typeof meanings)[number];

/** Columns of these are left out unless somebody chooses them. */
export const sensitiveMeanings: ReadonlySet<Meaning> = new Set([
  'health',
  'national-id',
  'bank-account',
  'payment-card',
  'free-text',
]);
