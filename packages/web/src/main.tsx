import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './frame/query-client.js';
import { router } from './frame/router.js';
import { NoticeRegion } from './parts/notice-region.js';
import './theme/tokens.css';
import './theme/base.css';
import { theme } from './theme/theme.js';

theme.show();
const place = document.getElementById('app');
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <NoticeRegion />
      </QueryClientProvider>
    </StrictMode>,
  );
}
