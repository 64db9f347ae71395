import { createThroughline } from './create-throughline.js';
import type { Options } from './options.js';
import type { Throughline } from './throughline.js';

type Call = readonly [string, ...unknown[]];

/** What the snippet leaves until this script has loaded: what it was set up with, and the calls made so far. */
interface Stub {
  readonly options: Options;
  readonly calls: Call[];
}

const methods = ['page', 'track', 'identify', 'group', 'alias', 'reset', 'consent'] as const;

const { throughline: stub } = window as unknown as { readonly throughline?: Partial<Stub> };

if (stub?.options !== undefined && stub.calls !== undefined) {
  const client = createThroughline(stub.options);
  for (const one of stub.calls) call(client, one);
  // Whoever holds the stub still goes on by it.
  stub.calls.push = (...more) => {
    for (const one of more) call(client, one);
    return 0;
  };
  (window as unknown as { throughline: Throughline }).throughline = client;
}

function call(client: Throughline, [method, ...given]: Call): void {
  const known = methods.find((one) => one === method);
  if (known !== undefined) (client[known] as (...all: readonly unknown[]) => void)(...given);
}
