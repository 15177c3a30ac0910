import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { PasswordAnswer, PasswordSignIn } from '@/lib/identity'

interface Props {
  readonly signIn: PasswordSignIn
  readonly onSignedIn: () => void
  /** Who began here, and alone may go on. */
  readonly name?: string
}

export function PasswordForm({ signIn, onSignedIn, name }: Props) {
  const { t } = useTranslation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [trouble, setTrouble] = useState<Exclude<PasswordAnswer, 'signed-in'> | 'unreachable'>()
  const [going, setGoing] = useState(false)

  async function submit() {
    setGoing(true)
    setTrouble(undefined)
    try {
      const answer = await signIn(email, password)
      if (answer === 'signed-in') onSignedIn()
      else setTrouble(answer)
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
        {trouble && <Text role="alert">{t(`signIn.${trouble}`, { name })}</Text>}
      </Stack>
    </form>
  )
}
