import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { firstLoad } from './build/firstLoad.ts'
import { notices } from './build/notices.ts'

export default defineConfig({
  plugins: [
    react(),
    firstLoad({
      screen: 'src/app/routes/TodayRoute.tsx',
      texts: 'src/lib/locales/en.json',
      limitBytes: 250_000,
    }),
    notices(import.meta.dirname),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  worker: { format: 'es' },
  // A font or a worklet inside a script or a style sheet would not pass the page's own policy.
  build: { target: 'es2022', assetsInlineLimit: 0 },
})
