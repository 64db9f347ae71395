import { useQuery } from '@tanstack/react-query';
import { sampleCompany } from '../../api/sample-company.js';
import { useWorkspace } from '../use-workspace.js';

/** Whether this is a sample company that may still be loading: what is computed over everybody would be of too few, and be kept. */
export function useSampleLoading(): boolean {
  const { slug, isSample } = useWorkspace();
  const { data: sample, isPending } = useQuery({ ...sampleCompany(slug), enabled: isSample });
  return isSample && (isPending || sample?.state === 'loading');
}
