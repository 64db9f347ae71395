import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { NoticeRegion } from '../parts/notice-region.js';
import { useSpeech } from '../words/speech.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';

/** Everything there is, in the language of this window. */
export function Application() {
  const { language } = useSpeech();
  return (
    <I18nProvider locale={language}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <NoticeRegion />
      </QueryClientProvider>
    </I18nProvider>
  );
}
