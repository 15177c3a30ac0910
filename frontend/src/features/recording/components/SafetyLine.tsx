import { IconCloudCheck, IconCloudOff, IconCloudUp, IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { sentenceOf as sentenceOfProblem } from '@/lib/problemSentence'
import { secondsOf } from '@/lib/sampleClock'
import { clock } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'

import { sentenceOf, type Delay } from '../core/delay'
import { safetyOf, type Safety } from '../core/safety'
import type { RecordingSession } from '../core/session'

import classes from './SafetyLine.module.css'

const ICONS = {
  connecting: IconCloudUp,
  saved: IconCloudCheck,
  halted: IconAlertTriangle,
  sending: IconCloudUp,
  offline: IconCloudOff,
  complete: IconCloudCheck,
  refused: IconAlertTriangle,
} satisfies Record<Safety['kind'], typeof IconCloudUp>

interface Props {
  readonly session: RecordingSession
  readonly delay: Delay
}

/** What is safe, in words. Only a change of kind is announced, not every second. */
export function SafetyLine({ session, delay }: Props) {
  const { t, i18n } = useTranslation()
  const text = useReadable(session.state, ({ status, phase }) =>
    JSON.stringify(inSeconds(safetyOf(status, phase !== 'halted' && phase !== 'interrupted'))),
  )
  const full = useReadable(session.state, ({ framesInMemory }) => Math.ceil(framesInMemory / 10))
  const nothingYet = useReadable(
    session.state,
    ({ phase, status }) =>
      (phase === 'interrupted' || phase === 'starting') && status.captured === 0,
  )
  const refusal = useReadable(session.state, ({ status: { link, problem } }) =>
    problem && link !== 'closed'
      ? sentenceOfProblem(problem, (key) => i18n.exists(key))
      : undefined,
  )
  const { kind, safe, waiting } = JSON.parse(text) as ReturnType<typeof inSeconds>
  const Icon = ICONS[kind]
  const late = sentenceOf(delay)
  if (nothingYet) return null
  return (
    <div className={classes.lines}>
      <p className={classes.line} data-kind={kind} data-testid="safety">
        <Icon aria-hidden className={classes.icon} />
        <span>{t(`safety.${kind}`, { safe, waiting })}</span>
      </p>
      <p className="visually-hidden" aria-live="polite">
        {t(`safety.short.${kind}`)}
      </p>
      {refusal && <p className={classes.line}>{t(refusal as 'problem.unknown')}</p>}
      {full > 0 && (
        <p className={classes.line} role="alert" data-kind="refused">
          <IconAlertTriangle aria-hidden className={classes.icon} />
          <span>{t('safety.deviceFull', { waiting: full })}</span>
        </p>
      )}
      {late && (
        <p className={classes.line} data-kind="sending">
          {t(`safety.behind.${late}`, { seconds: Math.round(delay.behindMillis / 1000) })}
        </p>
      )}
    </div>
  )
}

/** To the second, so that the line changes no oftener than it reads differently. */
function inSeconds(safety: Safety) {
  return {
    kind: safety.kind,
    safe: clock('safe' in safety ? safety.safe : 0),
    waiting: 'waiting' in safety ? Math.ceil(secondsOf(safety.waiting)) : 0,
  }
}
