import { useEffect, useRef } from 'react';
import { word } from '../words/word.js';
import { Button } from './button.js';

/**
 * Closes a dialog whose form gave way to its result, and takes the focus there. The dialog itself catches a focus that was lost
 * with the form in the next frame, so this comes one frame later.
 */
export function DoneButton({ onPress }: { readonly onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => button.current?.focus());
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div>
      <Button ref={button} look="main" onPress={onPress}>
        {word('app.done')}
      </Button>
    </div>
  );
}
