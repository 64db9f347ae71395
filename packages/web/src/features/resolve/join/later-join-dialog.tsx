import { type ComponentProps, lazy, Suspense } from 'react';

const JoinDialog = lazy(async () => ({ default: (await import('./join-dialog.js')).JoinDialog }));

/** The dialog that joins, loaded when somebody wants to. */
export function LaterJoinDialog(props: ComponentProps<typeof JoinDialog>) {
  return (
    <Suspense fallback={null}>
      <JoinDialog {...props} />
    </Suspense>
  );
}
