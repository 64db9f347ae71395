import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type Pair, split } from '../../api/joins.js';
import type { Person } from '../../api/person.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { notices } from '../../parts/notices.js';
import { word } from '../../words/word.js';
import { useUndoDecision } from './use-undo-decision.js';

/**
 * Takes a person apart and says so, with the way back. Whatever showed the person is asked for again, both times.
 * `onDone` comes before the notice, so that a dialog which holds the focus has let go of it.
 */
export function useSplit(person: Person, onDone: () => void): (pair: Pair, note: string) => Promise<void> {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const router = useRouter();
  const again = () => queryClient.invalidateQueries({ queryKey: ['w', slug] });
  const undo = useUndoDecision();
  return async (pair, note) => {
    const { decision, persons } = await split(slug, person.currentId, note === '' ? pair : { ...pair, note });
    onDone();
    const other = persons.find((id) => id !== person.currentId);
    notices.say(word('person.split.done', { a: pair.a.value, b: pair.b.value }), [
      { label: word('app.undo'), run: () => void undo(decision, word('person.split.undone')) },
      ...(other === undefined
        ? []
        : [
            {
              label: word('person.split.other'),
              run: () =>
                void router.navigate({
                  to: '/w/$workspace/customers/$person',
                  params: { workspace: slug, person: other },
                }),
            },
          ]),
    ]);
    await again();
  };
}
