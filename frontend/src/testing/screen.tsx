import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { initReactI18next } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, vi } from 'vitest'

import { Api } from '@/lib/api'
import type { Identity } from '@/lib/identity'
import en from '@/lib/locales/en.json'
import { ServicesContext, type Services } from '@/lib/services'
import { Store } from '@/lib/store'

/** What jsdom lacks of a browser, and the page's English; call it once in a test of a component. */
export function withScreen(): void {
  beforeAll(async () => {
    vi.stubGlobal('matchMedia', () => ({
      matches: false,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }))
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = () => undefined
        unobserve = () => undefined
        disconnect = () => undefined
      },
    )
    Object.defineProperty(document, 'fonts', { value: new EventTarget() })
    await i18next.use(initReactI18next).init({
      lng: 'en',
      interpolation: { escapeValue: false },
      resources: { en: { translation: en } },
    })
  })
  afterEach(cleanup)
}

const BASE = 'http://gateway.test/api'

export const IDENTITY: Identity = {
  restore: () => Promise.resolve(undefined),
  signIn: () => Promise.resolve(),
  signInAgain: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  accessToken: () => Promise.resolve('token'),
  onExpired: () => undefined,
}

/** As the page shows it to somebody who is signed in. */
export function show(screen: ReactNode, identity: Identity = IDENTITY): void {
  const services: Services = {
    identity,
    lock: new Store('open'),
    signOut: () => void identity.signOut(),
    person: { id: 'dr.rivera', name: 'Ana Rivera' },
    api: new Api({ base: BASE, accessToken: () => identity.accessToken() }),
    config: {
      apiUrl: BASE,
      socketUrl: 'ws://gateway.test/ws',
      signIn: { kind: 'oidc', issuer: 'http://issuer.test', clientId: 'page', scope: 'openid' },
      lockAfterMs: 720_000,
    },
  }
  render(
    <MantineProvider env="test">
      <ServicesContext value={services}>
        <QueryClientProvider
          client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
        >
          <MemoryRouter>{screen}</MemoryRouter>
        </QueryClientProvider>
      </ServicesContext>
    </MantineProvider>,
  )
}
