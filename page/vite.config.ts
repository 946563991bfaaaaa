import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { atlas } from './build/atlas.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the page into `dist/page`, which the server serves. */
export default defineConfig({
  root: here('.'),
  plugins: [atlas()],
  build: {
    outDir: here('../dist/page'),
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy of the server allows no data: addresses for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4280' } },
});
