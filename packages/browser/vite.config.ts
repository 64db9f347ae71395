import { defineConfig } from 'vite';

/** One source, two files: `throughline.js`, the script that the snippet loads, and `throughline.mjs` to import from. */
export default defineConfig(({ mode }) => ({
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib:
      mode === 'script'
        ? { entry: 'src/script.ts', formats: ['iife'], name: 'throughlineScript', fileName: () => 'throughline.js' }
        : { entry: 'src/create-throughline.ts', formats: ['es'], fileName: () => 'throughline.mjs' },
    minify: true,
  },
}));
