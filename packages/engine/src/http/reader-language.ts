import type { Language } from '@throughline/core/words/language';
import { languageAsked } from '@throughline/core/words/language-asked';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../govern/caller.js';

/** A person's own language, whatever the browser asks for; of everybody else what Accept-Language says. */
export function readerLanguage(caller: Caller | undefined, { headers }: Pick<FastifyRequest, 'headers'>): Language {
  return caller?.type === 'user' ? caller.user.language : languageAsked(headers['accept-language']);
}
