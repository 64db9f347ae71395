import { useQueryClient } from '@tanstack/react-query';
import { type RightValue, settleTrait } from '../../../api/traits.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { notices } from '../../../parts/notices.js';
import { word } from '../../../words/word.js';
import { useUnsettle } from './use-unsettle.js';

/** Settles a value and says so, with the way back. `onDone` comes before the notice, so that a dialog has let go of the focus. */
export function useSettle(onDone: () => void): (person: string, right: RightValue) => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const unsettle = useUnsettle();
  return async (person, right) => {
    const { decision, sentence } = await settleTrait(slug, person, right);
    onDone();
    notices.say(sentence, [{ label: word('app.undo'), run: () => void unsettle(decision) }]);
    await queryClient.invalidateQueries({ queryKey: ['w', slug] });
  };
}
