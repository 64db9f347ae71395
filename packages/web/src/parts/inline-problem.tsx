import { ApiProblem } from '../api/api-problem.js';
import { sentence } from '../format/sentence.js';
import { word } from '../words/word.js';
import styles from './problem.module.css';

/** What went wrong, beside what was tried; read out at once. */
export function InlineProblem({ error }: { readonly error: Error }) {
  return (
    <p role="alert" className={styles.inline}>
      {sentence(error.message)}
      {error instanceof ApiProblem && error.code !== null ? (
        <span className={styles.code}> {word('problem.code', { code: error.code })}</span>
      ) : null}
    </p>
  );
}
