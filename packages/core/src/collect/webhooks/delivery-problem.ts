import type { MessageKey } from '../../words/en.js';
import type { Sentence } from '../proposal/sentence.js';

type Named<Key> = Key extends `collect.delivery-problem.${infer Name}` ? Name : never;

/** What is wrong with a delivery or with what its mapping does, as it stands after a colon. */
export function deliveryProblem(name: Named<MessageKey>, values: Sentence['values'] = {}): Sentence {
  return { key: `collect.delivery-problem.${name}`, values };
}
