import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';
import { coreChunk, firstWordsChunks } from './scripts/build/core.ts';
import { firstView } from './scripts/build/first-view.ts';
import { listing } from './scripts/build/listing.ts';
import { noPreload } from './scripts/build/no-preload.ts';
import { policy } from './scripts/build/policy.ts';
import { prose } from './scripts/build/prose.ts';
import { PYODIDE_CACHE, pyodide } from './scripts/build/pyodide.ts';

// The unit tests draw with the React that people get: its other build takes three times as long, to warn nobody.
if (process.env.VITEST) process.env.NODE_ENV = 'production';

export default defineConfig({
  // Relative addresses: the built site works from any folder of any host.
  base: './',
  // A missing file is missing: no page is sent in its place.
  appType: 'mpa',
  plugins: [
    prose(),
    listing(),
    react(),
    noPreload(),
    firstView({
      decode: 'src/components/decode/Decode.tsx',
      learn: 'src/components/learn/Learn.tsx',
      build: 'src/components/build/Build.tsx',
      python: 'src/components/python/Python.tsx',
      reference: 'src/components/reference/Reference.tsx',
    }),
    policy(),
    pyodide(),
    VitePWA({
      // A newer version waits for the next start of a page: see src/components/shell/offline.ts.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        name: 'WebSocket 101',
        short_name: 'WebSocket 101',
        description: 'The WebSocket protocol, every bit of it.',
        start_url: './',
        scope: './',
        display: 'standalone',
        background_color: '#fcfbf7',
        theme_color: '#fcfbf7',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,css,woff2,svg,png,json,bin,txt,py}'],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
        // Python is fetched when somebody starts it, and kept from then on.
        globIgnores: ['pyodide/**'],
        runtimeCaching: [
          {
            urlPattern: /\/pyodide\/[\d.]+\/[\w.]+$/,
            handler: 'CacheFirst',
            options: {
              cacheName: PYODIDE_CACHE,
              cacheableResponse: { statuses: [200] },
              // A file is the same whoever asks: a server's `Vary: Origin` must not hide it from a script's import.
              matchOptions: { ignoreVary: true },
            },
          },
        ],
        clientsClaim: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  worker: { format: 'es' },
  build: {
    // One style sheet: the whole of it is smaller than the requests it would take to split it.
    cssCodeSplit: false,
    // The inline script of index.html names what the first view needs; later there is no hurry.
    modulePreload: false,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: { groups: [coreChunk(), firstWordsChunks(['en', 'zh'])] },
      },
    },
  },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    // Generous, for busy machines: nothing measures time.
    testTimeout: 60_000,
    // Files share the modules that they import: read and compiled once for each worker, not for each file. So no test
    // may count on a module that nobody has used before it.
    isolate: false,
    // By default one is kept free, for an editor.
    maxWorkers: '100%',
  },
});
