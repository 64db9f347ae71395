import { useQueryClient } from '@tanstack/react-query';
import { changeAtHand, peopleAtHand } from '../../../api/people-at-hand.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { notices } from '../../../parts/notices.js';

/** Saves a person or takes one off a list of mine; the lists show it at once. */
export function useChangeAtHand(): (id: string, change: Parameters<typeof changeAtHand>[2]) => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return async (id, change) => {
    try {
      queryClient.setQueryData(peopleAtHand(slug).queryKey, await changeAtHand(slug, id, change));
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
    }
  };
}
