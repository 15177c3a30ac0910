import { Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { useOpenInEmergency } from '@/features/emergency/api/emergency'
import { EmergencyForm } from '@/features/emergency/components/EmergencyForm'
import { OpenedVisit } from '@/features/emergency/components/OpenedVisit'

/** A colleague's patient needs help, and the colleague is not there. */
export function Component() {
  const { t } = useTranslation()
  const open = useOpenInEmergency()
  useDocumentTitle(t('emergency.pageTitle'))
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('emergency.title')}</Title>
        <Text>{t('emergency.lead')}</Text>
      </div>
      <EmergencyForm
        busy={open.isPending}
        onOpen={(emergency) => {
          open.mutate(emergency)
        }}
      />
      {open.isError && <ProblemNotice error={open.error} />}
      {open.data?.visits.length === 0 && <Text role="status">{t('emergency.nothing')}</Text>}
      {open.data?.visits.map((visit) => (
        <OpenedVisit key={visit.id} visit={visit} />
      ))}
    </Stack>
  )
}
