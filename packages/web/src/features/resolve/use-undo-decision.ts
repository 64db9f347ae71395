import { useQueryClient } from '@tanstack/react-query';
import { undoDecision } from '../../api/joins.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { notices } from '../../parts/notices.js';
import { word } from '../../words/word.js';

/** Takes back what somebody decided about who is who, and says so; whatever showed the people is asked for again. */
export function useUndoDecision(): (decision: string, said?: string) => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return async (decision, said = word('person.decision.undone')) => {
    try {
      await undoDecision(slug, decision);
      await queryClient.invalidateQueries({ queryKey: ['w', slug] });
      notices.say(said);
    } catch (error) {
      notices.say(error instanceof Error ? error.message : String(error));
    }
  };
}
