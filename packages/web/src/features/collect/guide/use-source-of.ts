import { useQuery, useQueryClient } from '@tanstack/react-query';
import { proposal } from '../../../api/files/files.js';
import { importRun } from '../../../api/imports.js';
import { type Source, sources } from '../../../api/sources.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import type { Draft } from './draft.js';

/**
 * The source there is that a file comes from: that of the import it replaces, the one chosen, else the one that has the name the
 * file suggests. Undefined: a new one.
 */
export function useSourceOf(file: string, draft: Draft, former: string | undefined): Source | undefined {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const { data } = useQuery(sources(slug));
  const replaced = useQuery({ ...importRun(slug, former ?? ''), enabled: former !== undefined });
  const present = data?.items.filter(({ archived }) => !archived) ?? [];
  if (former !== undefined) return present.find(({ id }) => id === replaced.data?.source.id);
  if (draft.source === 'new') return undefined;
  if (draft.source !== null) return present.find(({ id }) => id === draft.source);
  const proposed = queryClient.getQueryData(proposal(slug, file, { answers: draft.answers }).queryKey);
  const name = proposed?.proposal.questions.find(({ topic }) => topic === 'source-name')?.chosen;
  return present.find((source) => source.name.toLowerCase() === name?.toLowerCase());
}
