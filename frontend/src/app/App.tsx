import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router'

import { forgetDefaults } from '@/features/encounters/core/defaults'
import { SignInScreen } from '@/features/identity/components/SignInScreen'
import { IdleLock } from '@/features/identity/core/idleLock'
import { UploadsProvider } from '@/features/files/hooks/uploads'
import { RecordingsProvider } from '@/features/recording/hooks/recordings'
import { Api } from '@/lib/api'
import type { Config } from '@/lib/config'
import type { Identity, Person } from '@/lib/identity'
import { ProblemError } from '@/lib/problem'
import { ServicesContext } from '@/lib/services'

import { Lock } from './LockScreen'
import { pageRouter } from './router'
import { cssVariables, theme } from './theme'

interface Props {
  readonly config: Config
  readonly identity: Identity
  readonly person: Person | undefined
}

export function App({ config, identity, person }: Props) {
  const [who, setWho] = useState(person)
  useEffect(() => {
    if (!who) IdleLock.forget(sessionStorage)
  }, [who])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {who ? (
        <SignedIn config={config} identity={identity} person={who} />
      ) : (
        <SignInScreen
          identity={identity}
          onSignedIn={() => {
            void identity.restore().then(setWho)
          }}
        />
      )}
    </MantineProvider>
  )
}

function SignedIn({ config, identity, person }: Props & { readonly person: Person }) {
  const lock = useMemo(
    () =>
      new IdleLock({
        person: person.id,
        lockAfterMs: config.lockAfterMs,
        now: () => Date.now(),
        tab: sessionStorage,
        browser: localStorage,
      }),
    [config, person],
  )
  const services = useMemo(
    () => ({
      config,
      identity,
      person,
      api: new Api({ base: config.apiUrl, accessToken: () => identity.accessToken() }),
      lock: lock.state,
      signOut: () => {
        IdleLock.forget(sessionStorage)
        forgetDefaults(localStorage, person.id)
        void identity.signOut()
      },
    }),
    [config, identity, person, lock],
  )
  const queries = useMemo(() => new QueryClient({ defaultOptions: { queries: QUERIES } }), [])
  const router = useMemo(pageRouter, [])
  return (
    <ServicesContext value={services}>
      <QueryClientProvider client={queries}>
        <RecordingsProvider>
          <UploadsProvider>
            <RouterProvider router={router} />
            <Lock lock={lock} />
          </UploadsProvider>
        </RecordingsProvider>
      </QueryClientProvider>
    </ServicesContext>
  )
}

const QUERIES = {
  staleTime: 2_000,
  // What is refused stays refused; what did not answer may answer soon.
  retry: (failures: number, error: Error) =>
    failures < 3 &&
    error instanceof ProblemError &&
    (error.problem.status === 0 || error.problem.status === 503),
}
