import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { PasswordSignIn } from '@/lib/identity'

export function PasswordForm({
  signIn,
  onSignedIn,
}: {
  readonly signIn: PasswordSignIn
  readonly onSignedIn: () => void
}) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<'wrong' | 'unreachable'>()
  const [going, setGoing] = useState(false)

  async function submit() {
    setGoing(true)
    setTrouble(undefined)
    try {
      if (await signIn(email, password)) onSignedIn()
      else setTrouble('wrong')
    } catch {
      setTrouble('unreachable')
    } finally {
      setGoing(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack>
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => {
            setEmail(event.currentTarget.value)
          }}
        />
        <PasswordInput
          size="md"
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
          }}
        />
        <Button type="submit" size="lg" loading={going}>
          {t('signIn.action')}
        </Button>
        {trouble && <Text role="alert">{t(`signIn.${trouble}`)}</Text>}
      </Stack>
    </form>
  )
}
