import { useQueryClient } from '@tanstack/react-query';
import { unsettle } from '../../../api/traits.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { notices } from '../../../parts/notices.js';

/** Takes a decision about a value back, and says so; whatever showed the person is asked for again. */
export function useUnsettle(): (decision: string) => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return async (decision) => {
    try {
      const { sentence } = await unsettle(slug, decision);
      await queryClient.invalidateQueries({ queryKey: ['w', slug] });
      notices.say(sentence);
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
    }
  };
}
