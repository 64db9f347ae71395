import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FileEncoding, fileEncodings } from '@throughline/core/collect/mapping/file-encoding';
import { fileActs, stagedFiles } from '../../../api/files/files.js';
import type { FormChoice, StagedFile } from '../../../api/files/staged-file.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { word } from '../../../words/word.js';
import { FirstLines } from './first-lines.js';
import { FormSelect } from './form-select.js';
import styles from './guide.module.css';

const delimiters = [',', ';', '\t', '|'] as const;
const nameOfDelimiter = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** How the file is written, as far as that had to be found out; open where it is not sure. */
export function FileForm({ file }: { readonly file: StagedFile }) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (choice: FormChoice) => fileActs.readAs(slug, file.id, choice),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: stagedFiles(slug).queryKey }),
  });
  const { encoding, isEncodingSure, encodingExamples, delimiter, hasHeader, sheet, sheets } = file.form;
  const isText = file.format === 'csv' || file.format === 'jsonl';
  const isTable = file.format === 'csv' || file.format === 'xlsx';
  const isDoubtful = (isText && !isEncodingSure) || file.unreadable > 0;
  return (
    <section aria-labelledby="guide-form">
      <h2 id="guide-form">{word('guide.form')}</h2>
      <p>
        {word('guide.form.read', { format: file.format, encoding: word(`encoding.${encoding}`), sheet: sheet ?? '' })}{' '}
        {file.unreadable === 0 ? null : word('guide.form.unreadable', { count: file.unreadable })}
      </p>
      {isText && encodingExamples.length > 0 ? (
        <p className={styles.examples}>
          {word(isEncodingSure ? 'guide.form.words' : 'guide.form.doubt')}{' '}
          {encodingExamples.map((example) => (
            <span key={example}>{example}</span>
          ))}
        </p>
      ) : null}
      <details open={isDoubtful}>
        <summary>{word('guide.form.change')}</summary>
        <div className={styles.form}>
          {isText ? (
            <FormSelect
              label={word('guide.form.encoding')}
              value={encoding}
              choices={fileEncodings.map((one: FileEncoding) => ({ value: one, label: word(`encoding.${one}`) }))}
              onChange={(next) => change.mutate({ encoding: next })}
            />
          ) : null}
          {file.format === 'csv' ? (
            <FormSelect
              label={word('guide.form.delimiter')}
              value={delimiter ?? ','}
              choices={delimiters.map((one) => ({ value: one, label: word(`delimiter.${nameOfDelimiter[one]}`) }))}
              onChange={(next) => change.mutate({ delimiter: next })}
            />
          ) : null}
          {sheets.length > 1 ? (
            <FormSelect
              label={word(file.format === 'sqlite' ? 'guide.form.table' : 'guide.form.sheet')}
              value={sheet ?? ''}
              choices={sheets.map(({ name }) => ({ value: name, label: name }))}
              onChange={(next) => change.mutate({ sheet: next })}
            />
          ) : null}
          {isTable ? (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={hasHeader}
                onChange={({ target: { checked } }) => change.mutate({ hasHeader: checked })}
              />
              {word('guide.form.header')}
            </label>
          ) : null}
        </div>
        {change.error === null ? null : <InlineProblem error={change.error} />}
        <FirstLines file={file} />
      </details>
    </section>
  );
}
