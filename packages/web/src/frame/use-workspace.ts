import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type Membership, me } from '../api/me.js';
import { type Formats, formats } from '../format/formats.js';
import { useSpeech } from '../words/speech.js';

interface CurrentWorkspace extends Membership {
  readonly isAdmin: boolean;
  readonly formats: Formats;
}

/** The workspace named in the address, as the signed-in person belongs to it. Only below the frame, which has checked that. */
export function useWorkspace(): CurrentWorkspace {
  const { workspace } = useParams({ from: '/w/$workspace' });
  const { language } = useSpeech();
  const { data } = useSuspenseQuery(me);
  const membership = data.workspaces.find(({ slug }) => slug === workspace);
  if (membership === undefined) throw new Error(`not a member of ${workspace}`);
  return {
    ...membership,
    isAdmin: membership.role === 'admin',
    formats: formats(language, membership.country, membership.zone),
  };
}
