import { Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { ProblemError } from '@/lib/problem'
import { secondsOf } from '@/lib/sampleClock'
import { clock } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'

import type { CaptureTrouble, RecordingSession } from '../core/session'
import { useRecordings } from '../hooks/recordings'

import classes from './RecordingWarnings.module.css'

/** What the clinician should know at once, each with a way on. */
export function RecordingWarnings({ session }: { readonly session: RecordingSession }) {
  const { t } = useTranslation()
  const recordings = useRecordings()
  const { phase, trouble, quiet, sound, inputName, status, stillMs, taken, missed } = useReadable(
    session.state,
    (state) => state,
  )
  const problem = useReadable(session.state, ({ status }) =>
    status.link === 'closed' ? status.problem : undefined,
  )
  const replaced = problem?.type.endsWith('/another-recorder') ?? false
  const unsent = status.waiting
  const input = inputName || t('recording.someInput')

  return (
    <>
      {phase === 'interrupted' && trouble && <Trouble session={session} trouble={trouble} />}
      {phase === 'starting' && trouble && <Warning text={t(`trouble.${trouble}`)} />}
      {phase === 'halted' && taken && <Warning text={t('recording.taken')} />}
      {phase === 'halted' && !taken && (
        <Warning text={t('recording.halted', { seconds: Math.floor(stillMs / 1000) })}>
          <Button size="sm" onClick={() => void session.use(sound)}>
            {t('recording.tryInputAgain')}
          </Button>
        </Warning>
      )}
      {quiet === 'nothing-heard' && <Warning text={t('recording.nothingHeard', { input })} />}
      {quiet === 'nobody-speaks' && (
        <Warning text={t('recording.stillRecording')}>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              session.stillRecording()
            }}
          >
            {t('recording.goOn')}
          </Button>
          <Button size="sm" onClick={() => void session.stop()}>
            {t('recording.stop')}
          </Button>
        </Warning>
      )}
      {missed && (
        <Warning
          text={t('recording.missed', {
            from: clock(missed.from),
            through: clock(missed.through),
            seconds: Math.round(secondsOf(missed.through - missed.from)),
          })}
        >
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              session.missedIsKnown()
            }}
          >
            {t('app.understood')}
          </Button>
        </Warning>
      )}
      {replaced && (
        <Warning
          text={t(unsent > 0 ? 'recording.replacedUnsent' : 'recording.replaced', {
            seconds: Math.ceil(secondsOf(unsent)),
          })}
        />
      )}
      {problem && (
        <ProblemNotice
          error={new ProblemError(problem)}
          action={
            replaced
              ? {
                  label: t('recording.takeOver'),
                  run: () => void recordings.begin(session.encounterId, sound, status.captured),
                }
              : undefined
          }
        />
      )}
    </>
  )
}

interface TroubleProps {
  readonly session: RecordingSession
  readonly trouble: CaptureTrouble
}

/** Why there is no sound, and the one thing that may bring it. */
function Trouble({ session, trouble }: TroubleProps) {
  const { t } = useTranslation()
  const { sound } = session.state.get()
  return (
    <Warning text={t(`trouble.${trouble}`)}>
      {trouble === 'broken' ? (
        <Button
          size="sm"
          onClick={() => {
            window.location.reload()
          }}
        >
          {t('recording.loadAgain')}
        </Button>
      ) : (
        <Button size="sm" onClick={() => void session.use(sound)}>
          {t(trouble === 'long-gap' ? 'recording.recordOn' : 'recording.tryInputAgain')}
        </Button>
      )}
    </Warning>
  )
}

function Warning({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.warning} role="alert">
      <IconAlertTriangle aria-hidden className={classes.icon} />
      <p className={classes.text}>{text}</p>
      <Group gap="xs">{children}</Group>
    </div>
  )
}
