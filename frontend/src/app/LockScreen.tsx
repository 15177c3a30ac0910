import { Button, Stack, Text, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'

import { Unlock } from '@/features/identity/components/Unlock'
import type { IdleLock } from '@/features/identity/core/idleLock'
import { useHands } from '@/features/identity/hooks/useHands'
import { useHidden } from '@/features/identity/hooks/useHidden'
import { isLive, type Phase, type RecordingSession } from '@/features/recording/core/session'
import { useRecordings } from '@/features/recording/hooks/recordings'
import { useServices } from '@/lib/services'
import { Store } from '@/lib/store'
import { clock } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'

import classes from './LockScreen.module.css'

/** Nobody has touched the page for a while: it announces that it locks, then hides what it shows. */
export function Lock({ lock }: { readonly lock: IdleLock }) {
  const { t } = useTranslation()
  const state = useReadable(lock.state, (value) => value)
  useHands(lock)
  if (state === 'locked') {
    return (
      <Locked
        onUnlocked={() => {
          lock.unlock()
        }}
      />
    )
  }
  return (
    <div role="status" className={state === 'closing' ? classes.closing : undefined}>
      {state === 'closing' && t('lock.closing')}
    </div>
  )
}

function Locked({ onUnlocked }: { readonly onUnlocked: () => void }) {
  const { t } = useTranslation()
  const { current } = useRecordings()
  const session = useReadable(current, (value) => value)
  const cover = useHidden(t('lock.pageTitle'))
  return createPortal(
    <main className={classes.page}>
      <Stack gap="lg" className={classes.card}>
        <IconLock aria-hidden className={classes.sign} />
        <div>
          <Title order={1}>{t('lock.title')}</Title>
          <Text c="dimmed">{t('lock.lead')}</Text>
        </div>
        {session && <Recording session={session} />}
        <Unlock onUnlocked={onUnlocked} />
        <SignOut session={session} />
      </Stack>
    </main>,
    cover,
  )
}

function Recording({ session }: { readonly session: RecordingSession }) {
  const { t } = useTranslation()
  const phase = useReadable(session.state, (state) => state.phase)
  const elapsed = useReadable(session.state, (state) => clock(state.status.captured))
  if (phase === 'over') return null
  return (
    <Text role={phase === 'halted' || phase === 'interrupted' ? 'alert' : undefined} fw={650}>
      {t(phase === 'recording' ? 'lock.recording' : 'lock.recordingPhase', {
        phase: t(`recording.phase.${phase}`),
      })}{' '}
      <span aria-hidden>{elapsed}</span>
    </Text>
  )
}

const NO_RECORDING = new Store<undefined>(undefined)

/** For whoever wants to sign in next; nobody ends somebody else's recording that way. */
function SignOut({ session }: { readonly session: RecordingSession | undefined }) {
  const { t } = useTranslation()
  const { signOut, person } = useServices()
  const live = useReadable<{ phase: Phase } | undefined, boolean>(
    session?.state ?? NO_RECORDING,
    (state) => state !== undefined && isLive(state.phase),
  )
  if (live) return null
  return (
    <Button variant="subtle" onClick={signOut}>
      {t('app.signOut', { name: person.name })}
    </Button>
  )
}
