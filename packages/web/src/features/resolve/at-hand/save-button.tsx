import { useQuery } from '@tanstack/react-query';
import { peopleAtHand } from '../../../api/people-at-hand.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { Button } from '../../../parts/button.js';
import { word } from '../../../words/word.js';
import { useChangeAtHand } from './use-change-at-hand.js';

/** Keeps a person at hand, and takes them off again. */
export function SaveButton({ id }: { readonly id: string }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(peopleAtHand(slug));
  const change = useChangeAtHand();
  const saved = data?.saved.some((one) => one.id === id) ?? false;
  return (
    <Button onPress={() => void change(id, { saved: !saved })} isDisabled={data === undefined}>
      {word(saved ? 'atHand.unsave' : 'atHand.save')}
    </Button>
  );
}
