import { useQueryClient } from '@tanstack/react-query';
import { join, type Pair } from '../../../api/joins.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { useUndoDecision } from '../use-undo-decision.js';

/** Decides that two records are one person and says so, with the way back. `onDone` comes before the notice. */
export function useJoin(onDone: () => void): (pair: Pair, other: string, note: string) => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const undo = useUndoDecision();
  return async (pair, other, note) => {
    const { decision } = await join(slug, note === '' ? pair : { ...pair, note });
    onDone();
    notices.say(word('person.join.done', { name: other }), [
      { label: word('app.undo'), run: () => void undo(decision, word('person.join.undone')) },
    ]);
    await queryClient.invalidateQueries({ queryKey: ['w', slug] });
  };
}
