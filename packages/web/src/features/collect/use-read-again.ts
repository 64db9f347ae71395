import { useQueryClient } from '@tanstack/react-query';
import { useWorkspace } from '../../frame/use-workspace.js';

/** Asks the workspace's screens again after something set aside was dealt with, so that the counts fall. */
export function useReadAgain(): () => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['w', slug] });
}
