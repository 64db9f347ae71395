import { de as sentences } from '@throughline/core/words/de';
import { makeWords } from '@throughline/core/words/words';
import { de as screens } from './de.js';
import type { Spoken } from './spoken.js';

export const german: Spoken = { language: 'de', sentences: makeWords('de', sentences), screens };
