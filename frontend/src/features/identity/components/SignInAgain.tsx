import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { SomeoneElse } from '@/lib/identity'
import { useServices } from '@/lib/services'

import classes from './SignInAgain.module.css'

const PasswordDialog = lazy(() => import('./PasswordDialog'))

interface Props {
  /** A recording is under way: it goes on, and signing in must not interrupt it. */
  readonly recording: boolean
}

/** The session is over while the page is in use: what is recorded stays, and recording goes on. */
export function SignInAgain({ recording }: Props) {
  const { t } = useTranslation()
  const { identity, person } = useServices()
  const queries = useQueryClient()
  const [expired, setExpired] = useState(false)
  const [asking, setAsking] = useState(false)
  const [stranger, setStranger] = useState(false)

  useEffect(() => {
    identity.onExpired(() => {
      setExpired(true)
    })
  }, [identity])

  if (!expired) return null
  const back = () => {
    void queries.invalidateQueries()
    setExpired(false)
    setAsking(false)
    setStranger(false)
  }
  return (
    <div className={`${classes.notice ?? ''} screen-only`} role="alert">
      <IconAlertTriangle aria-hidden className={classes.icon} />
      <p className={classes.text}>
        <strong>{t('signIn.expired')}.</strong>{' '}
        {t(recording ? 'signIn.expiredSafe' : 'signIn.expiredIdle')}
        {stranger && (
          <>
            <br />
            {t('signIn.stranger', { name: person.name })}
          </>
        )}
      </p>
      <Button
        onClick={() => {
          if (identity.password) setAsking(true)
          else {
            identity.signInAgain().then(back, (error: unknown) => {
              setStranger(error instanceof SomeoneElse)
            })
          }
        }}
      >
        {t('signIn.again')}
      </Button>
      {identity.password && asking && (
        <Suspense>
          <PasswordDialog
            signIn={identity.password}
            name={person.name}
            onSignedIn={back}
            onClose={() => {
              setAsking(false)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}
