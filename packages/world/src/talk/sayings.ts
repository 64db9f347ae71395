import type { Topic } from './topic.js';

/** What is said about each topic in one language. */
export type Sayings = Readonly<Record<Topic, { readonly said: Sentences; readonly noted: Sentences }>>;

export type Sentences = readonly [string, ...string[]];
