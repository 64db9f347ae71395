import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundleBudget } from './bundle-budget.js';
import { withoutServerSentences } from './server-sentences.js';

/**
 * Everything is served from our own origin under `default-src 'self'`: no inlined assets, no inline script or style.
 * `THROUGHLINE_URL` names a running server for `vite dev`.
 */
export default defineConfig({
  plugins: [withoutServerSentences(), react(), bundleBudget(208 * 1024)],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: { '/api': process.env.THROUGHLINE_URL ?? 'http://127.0.0.1:8080' },
  },
});
