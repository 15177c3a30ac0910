import { Button, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { downloadReport, useAudit, type Question } from '@/features/audit/api/audit'
import { AuditForm } from '@/features/audit/components/AuditForm'
import { AuditTable } from '@/features/audit/components/AuditTable'
import { useServices } from '@/lib/services'

/** For auditors: who saw a patient, what a person did, what happened since. */
export function Component() {
  const { t } = useTranslation()
  const { api } = useServices()
  const [question, setQuestion] = useState<Question>({ patient: '', person: '', from: '' })
  const [failure, setFailure] = useState<unknown>()
  const trail = useAudit(question)
  useDocumentTitle(t('audit.pageTitle'))

  const entries = trail.data?.pages.flatMap((part) => part.entries) ?? []
  return (
    <Stack gap="lg">
      <Title order={1}>{t('audit.title')}</Title>
      <AuditForm onAsk={setQuestion} />
      {(trail.error ?? failure) != null && <ProblemNotice error={trail.error ?? failure} />}
      {trail.isSuccess && entries.length === 0 && <Text c="dimmed">{t('audit.nothing')}</Text>}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {trail.hasNextPage && (
        <Button
          variant="default"
          loading={trail.isFetchingNextPage}
          onClick={() => void trail.fetchNextPage()}
        >
          {t('audit.more')}
        </Button>
      )}
      {question.patient !== '' && entries.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconDownload aria-hidden />}
          onClick={() => {
            setFailure(undefined)
            downloadReport(api, question).catch(setFailure)
          }}
        >
          {t('audit.download')}
        </Button>
      )}
    </Stack>
  )
}
