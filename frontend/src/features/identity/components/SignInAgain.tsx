import { Alert, Button, Modal } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useServices } from '@/lib/services'

const PasswordForm = lazy(async () => ({ default: (await import('./PasswordForm')).PasswordForm }))

/** The session is over while the page is in use: what is recorded stays, and recording goes on. */
export function SignInAgain() {
  const { t } = useTranslation()
  const { identity } = useServices()
  const [expired, setExpired] = useState(false)
  const [asking, setAsking] = useState(false)

  useEffect(() => {
    identity.onExpired(() => {
      setExpired(true)
    })
  }, [identity])

  if (!expired) return null
  const back = () => {
    setExpired(false)
    setAsking(false)
  }
  return (
    <Alert color="yellow" role="alert" title={t('signIn.expired')} radius={0}>
      <p>{t('signIn.expiredSafe')}</p>
      <Button
        size="sm"
        onClick={() => {
          if (identity.password) setAsking(true)
          else identity.signInAgain().then(back, () => undefined)
        }}
      >
        {t('signIn.again')}
      </Button>
      {identity.password && asking && (
        <Modal
          opened
          title={t('signIn.again')}
          onClose={() => {
            setAsking(false)
          }}
          closeButtonProps={{ 'aria-label': t('app.close') }}
        >
          <Suspense>
            <PasswordForm signIn={identity.password} onSignedIn={back} />
          </Suspense>
        </Modal>
      )}
    </Alert>
  )
}
