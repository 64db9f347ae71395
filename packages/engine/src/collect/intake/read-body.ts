import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ThroughlineError } from '@throughline/core/errors/throughline-error';

/** Of a request after inflating: the limit of the tracking API for a batch. */
export const largestBodyBytes = 500 * 1024;

const inflate = promisify(gunzip);

/** The text of a request body, inflated if need be, never beyond the limit. Errors: `intake.body-too-large`, `intake.body-unreadable`. */
export async function readBody(body: Buffer, encoding: string | undefined): Promise<string> {
  const plain = await plainBody(body, encoding);
  if (!isUtf8(plain))
    throw new ThroughlineError('intake.body-unreadable', 'the body is not valid UTF-8; nothing was kept');
  return plain.toString('utf8');
}

/** The bytes of a request body, as `readBody` reads them. */
export async function plainBody(body: Buffer, encoding: string | undefined): Promise<Buffer> {
  const plain = encoding === undefined || encoding === 'identity' ? body : await inflated(body, encoding);
  if (plain.byteLength > largestBodyBytes) throw tooLarge();
  return plain;
}

async function inflated(body: Buffer, encoding: string): Promise<Buffer> {
  if (encoding !== 'gzip') {
    throw new ThroughlineError(
      'intake.body-unreadable',
      'the body has a content-encoding other than gzip; send it plain or gzipped',
    );
  }
  try {
    return await inflate(body, { maxOutputLength: largestBodyBytes + 1 });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge();
    throw new ThroughlineError(
      'intake.body-unreadable',
      'the body says it is gzip but cannot be inflated; nothing was kept',
      { cause },
    );
  }
}

const tooLarge = () =>
  new ThroughlineError(
    'intake.body-too-large',
    'the request is larger than 500 kB; send fewer messages at once; nothing was kept',
  );
