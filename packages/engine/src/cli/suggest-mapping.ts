import type { Proposal } from '@throughline/core/collect/proposal/proposal';
import type { StagedFile } from '../collect/import/staged/staged-file.js';
import type { WorkspaceClient } from './api-client.js';
import { CliFailure, exitCode } from './cli-failure.js';
import { ProgressLine } from './progress-line.js';
import { SteadyFile } from './steady-file.js';

export interface Suggestion {
  readonly proposal: Proposal;
  /** The mapping file. */
  readonly yaml: string;
}

/** What the screens would propose for a file, if every question is left as it stands. Nothing of the file stays on the server. */
export async function suggestMapping(
  client: WorkspaceClient,
  path: string,
  source: string | undefined,
): Promise<Suggestion> {
  const progress = new ProgressLine();
  const file = await SteadyFile.open(path);
  const sourceId = source === undefined ? undefined : await idOfSource(client, source);
  try {
    progress.say(`looking at ${file.name}`);
    const staged = await client.hand<StagedFile>(`/imports/files?name=${encodeURIComponent(file.name)}`, file);
    try {
      return await client.post<Suggestion>(`/imports/files/${staged.id}/propose`, {
        answers: {},
        ...(sourceId === undefined ? {} : { source: sourceId }),
      });
    } finally {
      await client.delete(`/imports/files/${staged.id}`);
    }
  } finally {
    progress.end();
  }
}

async function idOfSource(client: WorkspaceClient, name: string): Promise<string> {
  const { items } = await client.get<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>(
    '/sources',
  );
  const found = items.find((source) => source.id === name || source.name.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found.id;
  throw new CliFailure(exitCode.usage, `there is no source "${name}"; leave --source out, or name one that there is`);
}
