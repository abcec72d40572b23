import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = 'http://127.0.0.1:3000';

// A named export would be ignored: vite reads the default one.
export default defineConfig({
  plugins: [react()],
  // The domain comes from its source, so that no build of it has to run before this one.
  resolve: { conditions: ['soat-source', 'module', 'browser', 'development|production'] },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/problems': api, '/verify.html': api } },
  build: {
    target: 'es2022',
    // The budgets are measured by it, route by route.
    manifest: true,
    // The content security policy takes no data: scripts or styles; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
