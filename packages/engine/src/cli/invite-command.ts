import type { Command } from 'commander';
import { connect } from './connect.js';
import { print } from './print.js';
import { type ServerFlags, serverCommand } from './server-command.js';

type InviteFlags = ServerFlags & { readonly email?: string; readonly role: string };

/** Before the set-up the link leads there; afterwards it invites a person into a workspace. */
export function inviteCommand(): Command {
  return serverCommand(
    'invite',
    'Print a one-time link: to the set-up before anybody can sign in, afterwards an invitation.',
  )
    .option('--email <address>', 'only this address may use it')
    .option('--role <role>', 'admin or viewer', 'viewer')
    .action(async (flags: InviteFlags) => {
      const api = await connect(flags);
      const { needed } = await api.call<{ readonly needed: boolean }>('GET', '/api/setup');
      const { link } = needed
        ? await api.call<{ readonly link: string }>('POST', '/api/setup/renew')
        : await (await api.workspace(flags.workspace)).post<{ readonly link: string }>('/users/invite', {
            role: flags.role,
            ...(flags.email === undefined ? {} : { email: flags.email }),
          });
      print(flags.json, { link }, () => link);
    });
}
