import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@mantine/core/styles.css'
import './app/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { App } from './app/App'
import { openIdentity } from './features/identity/api/openIdentity'
import { loadConfig } from './lib/config'
import { startLanguage } from './lib/language'

async function start(root: HTMLElement): Promise<void> {
  const [config] = await Promise.all([loadConfig(), startLanguage()])
  const identity = await openIdentity(config)
  const person = await identity.restore().catch(() => undefined)
  createRoot(root).render(
    <StrictMode>
      <App config={config} identity={identity} person={person} />
    </StrictMode>,
  )
}

// A browser may keep a page as it was and bring it back: not after whoever was here has left.
window.addEventListener('pagehide', () => {
  document.body.dataset['away'] = ''
})
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload()
})

const root = document.getElementById('root')
if (root) void start(root)
