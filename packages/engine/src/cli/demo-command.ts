import { setTimeout as pause } from 'node:timers/promises';
import { type Profile, profiles } from '@throughline/world/profile';
import { type Command, Option } from 'commander';
import { mostSampleCustomers, usualSampleCustomers } from '../demo/sample-companies.js';
import type { SampleState } from '../demo/sample-state.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { connect } from './connect.js';
import { print } from './print.js';
import { ProgressLine } from './progress-line.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Sample {
  readonly slug: string;
  readonly name: string;
  readonly customers: number;
  readonly state: SampleState;
  readonly steps: readonly { readonly source: string; readonly done: number; readonly of: number }[];
  readonly toResolve: number;
  readonly error: { readonly code: string; readonly detail: string } | null;
}
type DemoFlags = ServerFlags & { readonly customers: string; readonly profile: Profile };

const lookEveryMs = 500;

/** The sample company, as "Just look around" on the first page loads and removes it. */
export function demoCommand(): Command {
  return serverCommand(
    'demo',
    'Load a sample company to look around in, in a workspace of its own: made-up customers, through the very ways that real data take. Waits until it is there; asked again, it says where it is.',
  )
    .option(
      '--customers <n>',
      `how many people, 1 to ${mostSampleCustomers.toLocaleString('en')}`,
      String(usualSampleCustomers),
    )
    .addOption(
      new Option('--profile <name>', 'retailer (shops, web, app) or contracts (households, claims, brokers)')
        .choices(profiles)
        .default('retailer'),
    )
    .action(async (flags: DemoFlags) => {
      const wanted = { profile: flags.profile, customers: customersOf(flags.customers) };
      const api = await connect(flags);
      const sample = await loaded(await api.workspace(flags.workspace), wanted);
      const address = `${api.origin}/w/${sample.slug}/pulse`;
      print(
        flags.json,
        { ...sample, address },
        () =>
          `${sample.name} is there: ${sample.customers.toLocaleString('en')} customers, all made up. Look around at ${address}, and remove it with "throughline demo remove".`,
      );
    })
    .addCommand(removeCommand());
}

function removeCommand(): Command {
  return serverCommand(
    'remove',
    'Remove the sample company with everything in it; waits until nothing is left.',
  ).action(async (_: unknown, command: Command) => {
    const flags = command.optsWithGlobals<ServerFlags>();
    const client = await (await connect(flags)).workspace(flags.workspace);
    const { sample } = await client.get<{ readonly sample: Sample | null }>('/sample-company');
    if (sample !== null && sample.state !== 'removing') await client.delete('/sample-company');
    const progress = new ProgressLine();
    progress.say('removing');
    while ((await client.get<{ readonly sample: Sample | null }>('/sample-company')).sample !== null)
      await pause(lookEveryMs);
    progress.end();
    print(flags.json, { removed: sample !== null }, () =>
      sample === null ? 'There is no sample company.' : `${sample.name} is removed; nothing of it is left.`,
    );
  });
}

async function loaded(
  client: { get<T>(path: string): Promise<T>; post<T>(path: string, body: unknown): Promise<T> },
  wanted: { readonly profile: Profile; readonly customers: number },
): Promise<Sample> {
  const progress = new ProgressLine();
  let { sample } = await client.post<{ readonly sample: Sample | null }>('/sample-company', wanted);
  try {
    for (;;) {
      if (sample === null || sample.state === 'removing')
        throw new CliFailure(exitCode.failed, 'the sample company was removed meanwhile');
      if (sample.error !== null)
        throw new CliFailure(exitCode.failed, sample.error.detail, { code: sample.error.code });
      if (sample.state === 'loaded') return sample;
      progress.say(stepOf(sample));
      await pause(lookEveryMs);
      ({ sample } = await client.get<{ readonly sample: Sample | null }>('/sample-company'));
    }
  } finally {
    progress.end();
  }
}

function stepOf({ steps, toResolve }: Sample): string {
  const now = steps.find(({ done, of }) => done < of);
  if (now !== undefined) return `${now.source}: ${now.done.toLocaleString('en')} of ${now.of.toLocaleString('en')}`;
  return steps.length === 0
    ? 'making up the company'
    : `finding out who is who: ${toResolve.toLocaleString('en')} to go`;
}

function customersOf(written: string): number {
  const customers = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  if (customers >= 1 && customers <= mostSampleCustomers) return customers;
  throw new CliFailure(
    exitCode.usage,
    `--customers must be a whole number from 1 to ${mostSampleCustomers}, not ${written}`,
  );
}
