import { Button } from '@mantine/core'
import { useDocumentTitle, useHotkeys } from '@mantine/hooks'
import {
  IconAlertTriangle,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerRecordFilled,
  IconPlayerStopFilled,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { clock } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'

import type { Delay } from '../core/delay'
import { isLive, type Phase, type RecordingSession } from '../core/session'

import { InputPicker } from './InputPicker'
import { RecordingWarnings } from './RecordingWarnings'
import { SafetyLine } from './SafetyLine'
import { Waveform } from './Waveform'

import classes from './RecordingPanel.module.css'

interface Props {
  readonly session: RecordingSession
  readonly delay: Delay
}

/** The recording itself: that it runs, how long, how loud, what is safe, and how to stop it. */
export function RecordingPanel({ session, delay }: Props) {
  const { t } = useTranslation()
  const phase = useReadable(session.state, (state) => state.phase)
  const live = isLive(phase)
  useDocumentTitle(t(`recording.title.${phase}`))
  const toggle = () => {
    if (phase === 'recording' || phase === 'halted') session.pause()
    else if (phase === 'paused') session.resume()
  }
  useHotkeys([
    ['r', toggle],
    ['.', () => void session.stop()],
  ])
  return (
    <section className={classes.panel} aria-label={t('recording.region')}>
      <div className={classes.top}>
        <p className={classes.signal} data-phase={phase}>
          <Sign phase={phase} />
          <span role="status">{t(`recording.phase.${phase}`)}</span>
        </p>
        <Elapsed session={session} />
        {live && <Waveform level={session.level} />}
        {live && (
          <div className={classes.buttons}>
            <Button
              size="lg"
              variant="default"
              disabled={phase === 'starting' || phase === 'interrupted'}
              leftSection={
                phase === 'paused' ? (
                  <IconPlayerPlayFilled aria-hidden />
                ) : (
                  <IconPlayerPauseFilled aria-hidden />
                )
              }
              onClick={toggle}
            >
              {t(phase === 'paused' ? 'recording.resume' : 'recording.pause')}
            </Button>
            <Button
              size="lg"
              disabled={phase === 'starting'}
              leftSection={<IconPlayerStopFilled aria-hidden />}
              onClick={() => void session.stop()}
            >
              {t('recording.stop')}
            </Button>
          </div>
        )}
      </div>
      <div className={classes.bottom}>
        <SafetyLine session={session} delay={delay} />
        {live && <InputPicker session={session} />}
      </div>
      <RecordingWarnings session={session} />
    </section>
  )
}

function Sign({ phase }: { readonly phase: Phase }) {
  if (phase === 'recording') return <IconPlayerRecordFilled aria-hidden />
  if (phase === 'halted') return <IconAlertTriangle aria-hidden />
  return isLive(phase) ? (
    <IconPlayerPauseFilled aria-hidden />
  ) : (
    <IconPlayerStopFilled aria-hidden />
  )
}

function Elapsed({ session }: { readonly session: RecordingSession }) {
  const { t } = useTranslation()
  const elapsed = useReadable(session.state, ({ status }) => clock(status.captured))
  return (
    <p className={classes.clock} data-testid="elapsed">
      <span className="visually-hidden">{t('recording.elapsed')} </span>
      {elapsed}
    </p>
  )
}
