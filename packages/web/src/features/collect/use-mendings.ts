import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isRunning, type Mending, mendings } from '../../api/set-aside.js';
import { useWorkspace } from '../../frame/use-workspace.js';
import { useReadAgain } from './use-read-again.js';

/** What is being done with what is set aside; as soon as one of it ends, every screen asks anew. */
export function useMendings(): readonly Mending[] {
  const { slug } = useWorkspace();
  const readAgain = useReadAgain();
  const items = useQuery(mendings(slug)).data?.items ?? [];
  const running = items.filter(isRunning).length;
  const before = useRef(running);
  useEffect(() => {
    if (running < before.current) void readAgain();
    before.current = running;
  }, [running, readAgain]);
  return items;
}
