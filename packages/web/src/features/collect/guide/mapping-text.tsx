import { Button } from '../../../parts/button.js';
import { Snippet } from '../../../parts/snippet.js';
import { word } from '../../../words/word.js';
import styles from './guide.module.css';

interface Props {
  readonly yaml: string;
  readonly fileName: string;
}

/** The mapping file that the answers come to, to be kept and used again by the command line. */
export function MappingText({ yaml, fileName }: Props) {
  const name = `${fileName.replace(/\.[^.]*$/, '')}.yaml`;
  return (
    <details>
      <summary>{word('guide.mapping')}</summary>
      <div className={styles.mapping}>
        <p className={styles.hint}>{word('guide.mapping.text', { mapping: name, file: fileName })}</p>
        <div>
          <Button onPress={() => download(name, yaml)}>{word('guide.mapping.download', { mapping: name })}</Button>
        </div>
        <Snippet text={yaml} copyLabel={`${word('app.copy')}: ${word('guide.mapping')}`} />
      </div>
    </details>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
