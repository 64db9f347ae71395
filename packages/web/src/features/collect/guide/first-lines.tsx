import { useQuery } from '@tanstack/react-query';
import type { SampleCell } from '@throughline/core/collect/proposal/file-sample';
import { firstLines } from '../../../api/files/files.js';
import type { StagedFile } from '../../../api/files/staged-file.js';
import { uniqueKeys } from '../../../format/unique-keys.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { InlineProblem } from '../../../parts/inline-problem.js';
import { Loading } from '../../../parts/loading.js';
import { Table } from '../../../parts/table.js';
import { word } from '../../../words/word.js';

const shownLines = 5;
const shownColumns = 40;

/** The first lines as they stand in the file, read as it is read now. */
export function FirstLines({ file }: { readonly file: StagedFile }) {
  const { slug } = useWorkspace();
  const query = useQuery(firstLines(slug, file.id));
  if (query.isError) return <InlineProblem error={query.error} />;
  if (query.data === undefined) return <Loading rows={3} />;
  const columns = uniqueKeys(query.data.columns.slice(0, shownColumns));
  return (
    <Table caption={word('guide.form.lines')} columns={[word('guide.form.line'), ...columns]}>
      {query.data.rows.slice(0, shownLines).map(({ line, cells }) => (
        <tr key={line}>
          <th scope="row">{line}</th>
          {columns.map((column, at) => (
            <td key={column}>{shownCell(cells[at] ?? null)}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

function shownCell(cell: SampleCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' ? (cell.type === 'date' ? cell.iso : cell.json) : String(cell);
  return text.length > 60 ? `${text.slice(0, 60)} …` : text;
}
