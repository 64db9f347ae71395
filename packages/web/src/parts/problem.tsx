import { ApiProblem } from '../api/api-problem.js';
import { sentence } from '../format/sentence.js';
import { word } from '../words/word.js';
import { Button } from './button.js';
import styles from './problem.module.css';

interface Props {
  readonly error: Error;
  readonly onRetry: () => void;
}

/** In place of what could not be loaded: why, what to quote when asking for help, and a way to try again. */
export function Problem({ error, onRetry }: Props) {
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <section role="alert" className={styles.problem}>
      <h2 className={styles.title}>{word('problem.title')}</h2>
      <p>{problem === null ? word('problem.crash') : sentence(error.message)}</p>
      {problem?.code == null ? null : (
        <p className={styles.code}>
          {word('problem.code', { code: problem.code })}
          {problem.requestId === null ? null : ` · ${word('problem.request', { id: problem.requestId })}`}
        </p>
      )}
      <Button onPress={onRetry}>{word('problem.tryAgain')}</Button>
    </section>
  );
}
