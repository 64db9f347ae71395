import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { syncs } from '../../../api/syncs.js';
import { useWorkspace } from '../../../frame/use-workspace.js';
import { word } from '../../../words/word.js';

/** After the first import of a table that is to be read again and again: the way to say how often. */
export function BeginSync({ source }: { readonly source: string }) {
  const { slug } = useWorkspace();
  const { data } = useQuery(syncs(slug));
  const draft = data?.items.find((sync) => sync.state === 'draft' && sync.source?.id === source);
  if (draft === undefined) return null;
  return (
    <p>
      <Link to="/w/$workspace/data/database" params={{ workspace: slug }}>
        {word('sync.begin.link', { table: draft.table.name })}
      </Link>
    </p>
  );
}
