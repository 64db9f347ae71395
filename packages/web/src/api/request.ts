import { speech } from '../words/speech.js';
import { word } from '../words/word.js';
import { ApiProblem } from './api-problem.js';
import { problemOf } from './problem-of.js';

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks our own server, as JSON. Rejects with `ApiProblem`; `T` is the contract's word for the answer, which is not checked again. */
export async function request<T>(path: string, { method = 'GET', body, signal }: Asked = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': speech.get().language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(0, null, word('problem.unreachable'));
  }
  const answer = parseJson(await response.text());
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as T;
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
