import { Button, Stack, Text, Title } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Identity } from '@/lib/identity'

import classes from './SignInScreen.module.css'

const PasswordForm = lazy(async () => ({ default: (await import('./PasswordForm')).PasswordForm }))

interface Props {
  readonly identity: Identity
  readonly onSignedIn: () => void
}

export function SignInScreen({ identity, onSignedIn }: Props) {
  const { t } = useTranslation()
  return (
    <main className={classes.page}>
      <Stack gap="lg" className={classes.card}>
        <img src="/icon.svg" alt="" className={classes.logo} />
        <div>
          <Title order={1}>{t('app.name')}</Title>
          <Text c="dimmed">{t('signIn.lead')}</Text>
        </div>
        {identity.password ? (
          <Suspense>
            <PasswordForm signIn={identity.password} onSignedIn={onSignedIn} />
          </Suspense>
        ) : (
          <IssuerButton identity={identity} />
        )}
      </Stack>
    </main>
  )
}

function IssuerButton({ identity }: { readonly identity: Identity }) {
  const { t } = useTranslation()
  const [failed, setFailed] = useState(false)
  const [going, setGoing] = useState(false)
  return (
    <>
      <Button
        size="lg"
        autoFocus
        loading={going}
        onClick={() => {
          setGoing(true)
          setFailed(false)
          identity.signIn(window.location.pathname).catch(() => {
            setGoing(false)
            setFailed(true)
          })
        }}
      >
        {t('signIn.action')}
      </Button>
      {failed && <Text role="alert">{t('signIn.unreachable')}</Text>}
    </>
  )
}
