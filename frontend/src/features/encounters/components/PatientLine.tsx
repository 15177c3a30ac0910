import { Button, Text } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Encounter } from '@/contracts/encounter'
import { shortDayOf } from '@/lib/time'

const PatientDialog = lazy(() => import('./PatientDialog'))

interface Props {
  readonly encounter: Encounter
}

/** Who is treated, as far as it is known; to be changed until the note is signed. */
export function PatientLine({ encounter }: Props) {
  const { t, i18n } = useTranslation()
  const [open, setOpen] = useState(false)
  const { patient } = encounter
  const isFinal = encounter.state === 'signed' || encounter.state === 'withdrawn'
  const known = [
    patient?.name,
    patient?.birthDate && t('patient.born', { day: shortDayOf(patient.birthDate, i18n.language) }),
    patient?.sex && t(`patient.sexes.${patient.sex}`),
    patient?.identifier && t('patient.numbered', { number: patient.identifier.value }),
  ].filter((each) => each !== undefined)
  if (isFinal && known.length === 0) return null
  return (
    <Text component="div" size="sm">
      {known.map((each, i) => (
        <span key={each}>
          {i > 0 && ' · '}
          <bdi>{each}</bdi>
        </span>
      ))}
      {!isFinal && (
        <Button
          variant="subtle"
          size="compact-sm"
          className="screen-only"
          onClick={() => {
            setOpen(true)
          }}
        >
          {t(patient ? 'patient.change' : 'patient.add')}
        </Button>
      )}
      {open && (
        <Suspense>
          <PatientDialog
            encounter={encounter}
            onClose={() => {
              setOpen(false)
            }}
          />
        </Suspense>
      )}
    </Text>
  )
}
