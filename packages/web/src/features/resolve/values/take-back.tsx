import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../parts/button.js';
import { word } from '../../../words/word.js';
import { useUnsettle } from './use-unsettle.js';

interface Props {
  readonly decision: string;
  /** Whose and which value, for those who hear the button alone. */
  readonly what: string;
}

/** Takes a decision about a value back. */
export function TakeBack({ decision, what }: Props) {
  const unsettle = useUnsettle();
  const act = useMutation({ mutationFn: () => unsettle(decision) });
  return (
    <Button
      isPending={act.isPending}
      aria-label={`${word('values.settled.undo')}: ${what}`}
      onPress={() => act.mutate()}
    >
      {word('values.settled.undo')}
    </Button>
  );
}
