import { setTimeout as pause } from 'node:timers/promises';
import type { RunningThroughline } from '../start-throughline.js';

/** As `GET /sample-company` tells it. */
export interface Sample {
  readonly slug: string;
  readonly name: string;
  readonly isHere: boolean;
  readonly customers: number;
  readonly state: 'loading' | 'loaded' | 'failed' | 'removing';
  readonly steps: readonly { readonly source: string; readonly done: number; readonly of: number }[];
  readonly error: { readonly code: string; readonly detail: string } | null;
}

export async function call<T>({ api }: RunningThroughline, path: string, method = 'GET', body?: object): Promise<T> {
  const answer = await api(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}

/** Asks until the sample company of a workspace is as wanted; null: there is none. */
export async function sampleOnce(
  running: RunningThroughline,
  slug: string,
  isWanted: (sample: Sample | null) => boolean,
): Promise<Sample | null> {
  for (;;) {
    const { sample } = await call<{ sample: Sample | null }>(running, `/api/w/${slug}/sample-company`);
    if (isWanted(sample)) return sample;
    if (sample?.state === 'failed') throw new Error(`the sample company failed: ${JSON.stringify(sample.error)}`);
    await pause(100);
  }
}
