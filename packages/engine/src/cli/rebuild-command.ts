import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { connect } from './connect.js';
import { print } from './print.js';
import { ProgressLine } from './progress-line.js';
import { type ServerFlags, serverCommand } from './server-command.js';

interface Lag {
  readonly resolve: { readonly offsets: number };
  readonly project: { readonly batches: number };
}

const lookEveryMs = 500;

export function rebuildCommand(): Command {
  return new Command('rebuild').description('Make derived stores again from the log.').addCommand(
    serverCommand(
      'analytics',
      'Throw away what the analytics engine holds of the workspace, and send it again from the log; waits until it is there.',
    ).action(async (flags: ServerFlags) => {
      const client = await (await connect(flags)).workspace(flags.workspace);
      await client.post('/analytics/rebuild');
      const progress = new ProgressLine();
      for (;;) {
        await pause(lookEveryMs);
        const { resolve, project } = await client.get<Lag>('/lag');
        if (resolve.offsets === 0 && project.batches === 0) break;
        progress.say(`${project.batches} batches to send`);
      }
      progress.end();
      print(flags.json, { rebuilt: true }, () => 'The analytics engine holds what the log says.');
    }),
  );
}
