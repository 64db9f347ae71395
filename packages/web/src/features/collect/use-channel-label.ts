import { useQuery } from '@tanstack/react-query';
import { channels } from '../../api/sources.js';
import { useWorkspace } from '../../frame/use-workspace.js';

/** What a channel is called; its own name until the labels are here. */
export function useChannelLabel(): (name: string) => string {
  const { slug } = useWorkspace();
  const { data } = useQuery(channels(slug));
  return (name) => data?.items.find((channel) => channel.name === name)?.label ?? name.replaceAll('_', ' ');
}
