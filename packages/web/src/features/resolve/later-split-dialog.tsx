import { type ComponentProps, lazy, Suspense } from 'react';

const SplitDialog = lazy(async () => ({ default: (await import('./split-dialog.js')).SplitDialog }));

/** The dialog that takes apart, loaded when somebody wants to. */
export function LaterSplitDialog(props: ComponentProps<typeof SplitDialog>) {
  return (
    <Suspense fallback={null}>
      <SplitDialog {...props} />
    </Suspense>
  );
}
