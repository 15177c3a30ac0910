import { useTranslation } from 'react-i18next'

import type { SpeakerRole } from '@/contracts/encounter'

import classes from './SegmentRow.module.css'

interface Props {
  readonly speaker: string | undefined
  readonly roles: Readonly<Record<string, SpeakerRole>>
}

/** The role once it is known; until then a number, as the recogniser tells voices apart. */
export function SpeakerName({ speaker, roles }: Props) {
  const { t } = useTranslation()
  const role = speaker === undefined ? undefined : roles[speaker]
  return (
    <span className={classes.speaker} data-role={role}>
      {role
        ? t(`role.${role}`)
        : speaker === undefined
          ? t('role.unknown')
          : t('role.voice', { number: numberOf(speaker) })}
    </span>
  )
}

function numberOf(speaker: string): string {
  const digits = /\d+/.exec(speaker)?.[0]
  if (digits === undefined) return speaker
  return speaker === digits ? String(Number(digits) + 1) : digits
}
