import { Button, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { SomeoneElse } from '@/lib/identity'
import { useServices } from '@/lib/services'

const PasswordForm = lazy(async () => ({ default: (await import('./PasswordForm')).PasswordForm }))

/** The person of this page proves anew who they are; a session that the sign-in still has is no proof. */
export function Unlock({ onUnlocked }: { readonly onUnlocked: () => void }) {
  const { t } = useTranslation()
  const { identity, person } = useServices()
  const [trouble, setTrouble] = useState<'stranger' | 'notAgain'>()

  if (identity.password) {
    return (
      <Suspense>
        <PasswordForm signIn={identity.password} name={person.name} onSignedIn={onUnlocked} />
      </Suspense>
    )
  }
  return (
    <>
      <Button
        size="lg"
        onClick={() => {
          setTrouble(undefined)
          identity.signInAgain('fresh').then(onUnlocked, (error: unknown) => {
            setTrouble(error instanceof SomeoneElse ? 'stranger' : 'notAgain')
          })
        }}
      >
        {t('lock.unlock', { name: person.name })}
      </Button>
      {trouble && <Text role="alert">{t(`signIn.${trouble}`, { name: person.name })}</Text>}
    </>
  )
}
