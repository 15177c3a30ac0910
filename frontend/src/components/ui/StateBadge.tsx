import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClipboardText,
  IconClock,
  IconEar,
  IconPencil,
  IconPlayerRecordFilled,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { EncounterState } from '@/contracts/socket'

import classes from './StateBadge.module.css'

const ICONS = {
  planned: IconClock,
  recording: IconPlayerRecordFilled,
  transcribing: IconEar,
  drafting: IconPencil,
  review: IconClipboardText,
  'needs-attention': IconAlertTriangle,
  signed: IconCircleCheck,
  withdrawn: IconBan,
} satisfies Record<EncounterState, typeof IconClock>

interface Props {
  readonly state: EncounterState
  /** Decisions that are left, when there are some. */
  readonly open?: number
}

/** The state in a word and a sign; the colour says nothing that the word does not. */
export function StateBadge({ state, open = 0 }: Props) {
  const { t } = useTranslation()
  const Icon = ICONS[state]
  return (
    <span className={classes.badge} data-state={state}>
      <Icon aria-hidden className={classes.icon} />
      {state === 'review' && open > 0 ? t('state.reviewOpen', { open }) : t(`state.${state}`)}
    </span>
  )
}
