import type { ImportRun } from '../../api/imports.js';
import { Progress, percentOf } from '../../parts/progress.js';
import { word } from '../../words/word.js';

/** How much of the file was read, while that is what it does; else only that something moves. */
export function ImportProgress({ run }: { readonly run: ImportRun }) {
  const { state, bytesRead, fileBytes } = run;
  const isKnown = state === 'running' && bytesRead !== null && fileBytes !== null && fileBytes > 0;
  const share = isKnown ? { done: bytesRead, of: fileBytes } : undefined;
  return (
    <Progress label={word('imports.progress', { file: run.fileName })} share={share}>
      {share === undefined ? null : `${word('imports.progress.text', { share: `${percentOf(share)} %` })}. `}
      {word('imports.safe')}
    </Progress>
  );
}
