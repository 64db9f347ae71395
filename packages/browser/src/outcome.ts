/** What becomes of a batch: `kept` by the server, to be sent `again`, given up as `unfit`, or held until the next page (`refused`). */
export type Outcome = 'kept' | 'again' | 'unfit' | 'refused';

/** 401, 403 and 404 speak of the key or the address, not of the messages: they wait for a page that has it right. */
export function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return 'kept';
  if (status === 401 || status === 403 || status === 404) return 'refused';
  return status >= 500 || status === 408 || status === 425 || status === 429 ? 'again' : 'unfit';
}
