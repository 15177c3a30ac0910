import { InputBase } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { shortDayOf } from '@/lib/time'

const DayDialog = lazy(() => import('./DayDialog'))

interface Props {
  readonly label: string
  /** As in 2026-11-27; empty for any. */
  readonly day: string
  readonly onDay: (day: string) => void
}

/** A day as the page's language writes it, which a browser's own field does not; chosen from a calendar. */
export function DayFilter({ label, day, onDay }: Props) {
  const { t, i18n } = useTranslation()
  const [choosing, setChoosing] = useState(false)
  const value = day === '' ? t('today.anyDay') : shortDayOf(day, i18n.language)
  return (
    <>
      <InputBase
        component="button"
        type="button"
        pointer
        size="md"
        label={label}
        aria-label={`${label}: ${value}`}
        aria-haspopup="dialog"
        onClick={() => {
          setChoosing(true)
        }}
      >
        {value}
      </InputBase>
      {choosing && (
        <Suspense>
          <DayDialog
            title={label}
            day={day}
            onDay={onDay}
            onClose={() => {
              setChoosing(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
