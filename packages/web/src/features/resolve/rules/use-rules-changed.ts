import { useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from '../../../frame/use-workspace.js';

/** Whoever changed the rules calls it: nearly everything in a workspace may be told otherwise then. */
export function useRulesChanged(): () => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['w', slug] });
}
