import {
  IconAlertTriangle,
  IconPlayerPauseFilled,
  IconPlayerRecordFilled,
  type Icon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { clock } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'

import { isLive, type Phase, type RecordingSession } from '../core/session'
import { useRecordings } from '../hooks/recordings'

import classes from './RecordingChip.module.css'

const SIGNS: Partial<Record<Phase, Icon>> = {
  recording: IconPlayerRecordFilled,
  halted: IconAlertTriangle,
}

/** On every screen: that a recording runs, and the way back to it. */
export function RecordingChip() {
  const { current } = useRecordings()
  const session = useReadable(current, (value) => value)
  return session ? <Chip session={session} /> : null
}

function Chip({ session }: { readonly session: RecordingSession }) {
  const { t } = useTranslation()
  const phase = useReadable(session.state, (state) => state.phase)
  const elapsed = useReadable(session.state, (state) => clock(state.status.captured))
  if (!isLive(phase)) return null
  const Sign = SIGNS[phase] ?? IconPlayerPauseFilled
  return (
    <Link to={`/visits/${session.encounterId}`} className={classes.chip}>
      <Sign aria-hidden className={classes.sign} data-phase={phase} />
      <span>{t(`recording.phase.${phase}`)}</span>
      <span aria-hidden>{elapsed}</span>
    </Link>
  )
}
