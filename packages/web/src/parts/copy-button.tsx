import { word } from '../words/word.js';
import { Button } from './button.js';
import { notices } from './notices.js';

interface Props {
  readonly text: string;
  readonly label: string;
}

export function CopyButton({ text, label }: Props) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notices.say(word('app.copied'));
    } catch {
      notices.say(word('app.copyFailed'));
    }
  };
  return (
    <Button aria-label={label} onPress={() => void copy()}>
      {word('app.copy')}
    </Button>
  );
}
