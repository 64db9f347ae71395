import type { UseQueryResult } from '@tanstack/react-query';
import { ApiProblem } from '../../../api/api-problem.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { ButtonLink } from '../../../parts/button-link.js';
import { Empty } from '../../../parts/empty.js';
import { Loading } from '../../../parts/loading.js';
import { Problem } from '../../../parts/problem.js';
import { word } from '../../../words/word.js';

/** In place of a file that is not here: it is asked for, could not be, or is gone. */
export function NoFileYet({ query }: { readonly query: UseQueryResult }) {
  const { slug } = useWorkspace();
  const { error } = query;
  if (error === null) return <Loading rows={12} />;
  if (!(error instanceof ApiProblem && (error.status === 404 || error.status === 400)))
    return <Problem error={error} onRetry={() => void query.refetch()} />;
  return (
    <Empty title={word('guide.gone.title')} text={word('guide.gone.text')}>
      <ButtonLink to="/w/$workspace/data/imports" params={{ workspace: slug }}>
        {word('guide.gone.imports')}
      </ButtonLink>
    </Empty>
  );
}
