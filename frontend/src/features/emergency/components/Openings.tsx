import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateAndTime } from '@/lib/time'

import { useOpenings } from '../api/emergency'

/** Tells the owner of a visit who has opened it in an emergency, and why. */
export function Openings({ encounterId }: { readonly encounterId: string }) {
  const { t, i18n } = useTranslation()
  const { data } = useOpenings(encounterId)
  if (!data || data.openings.length === 0) return null
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('emergency.opened')}>
      {data.openings.map(({ name, reason, at }) => (
        <div key={at}>
          {t('emergency.opening', { name, reason, time: dateAndTime(at, i18n.language) })}
        </div>
      ))}
    </Alert>
  )
}
