import { Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { StateBadge } from '@/components/ui/StateBadge'
import type { Encounter } from '@/contracts/encounter'
import { dateAndTime } from '@/lib/time'

import { openItems } from '../core/grouping'

import { PatientLine } from './PatientLine'
import { WithdrawConsent } from './WithdrawConsent'

interface Props {
  readonly encounter: Encounter
  /** This tab records it, and tells more exactly how it stands. */
  readonly recordedHere?: boolean
}

/** Whose visit it is, and how it stands. */
export function VisitHeader({ encounter, recordedHere = false }: Props) {
  const { i18n } = useTranslation()
  const mayWithdraw =
    encounter.consent?.decision === 'granted' &&
    encounter.state !== 'withdrawn' &&
    encounter.state !== 'signed'
  return (
    <Group justify="space-between" align="center">
      <div>
        <Group gap="sm" align="center">
          <Title order={1}>{encounter.patientLabel}</Title>
          {!recordedHere && <StateBadge state={encounter.state} open={openItems(encounter)} />}
        </Group>
        <Text c="dimmed">
          {[encounter.visitType, dateAndTime(encounter.createdAt, i18n.language)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <PatientLine encounter={encounter} />
      </div>
      {mayWithdraw && <WithdrawConsent encounter={encounter} />}
    </Group>
  )
}
