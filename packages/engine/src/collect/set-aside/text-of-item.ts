import { isPlainObject } from '@throughline/core/collect/plain-object';
import type { SetAsideItem } from './set-aside.sql.js';

/** What was set aside, as text. Messages were valid UTF-8 when they came; lines of files are in the encoding of their file, and need not be valid. */
export function textOfItem({ body, stage, envelope }: Pick<SetAsideItem, 'body' | 'stage' | 'envelope'>): string {
  if (stage !== 'import' || envelope === null) return body.toString('utf8');
  const said: unknown = JSON.parse(envelope);
  const encoding = isPlainObject(said) && typeof said.encoding === 'string' ? said.encoding : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
}
