import { useMutation, useQueryClient } from '@tanstack/react-query';
import { syncs } from '../../../api/syncs.js';
import { useWorkspace } from '../../../frame/use-workspace.js';

/** Does something to a table that is read again and again, and loads the list anew. */
export function useSyncAct() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: syncs(slug).queryKey }),
  });
}
