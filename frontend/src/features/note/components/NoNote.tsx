import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { EncounterState } from '@/contracts/socket'

import { useRedraft, useVersions } from '../api/note'
import { failureKey } from '../core/failure'

interface Props {
  readonly encounterId: string
  readonly state: EncounterState
}

/** There is no note: it is on its way, or it could not be written and this is why. */
export function NoNote({ encounterId, state }: Props) {
  const { t } = useTranslation()
  const { data, isPending } = useVersions(encounterId)
  const redraft = useRedraft(encounterId)
  if (isPending) return <Skeleton h="12rem" animate={false} />
  const failure = data?.failure
  return (
    <Stack align="flex-start">
      <Text size="lg" role="status">
        {failure ? t(`failure.${failureKey(failure.code)}`) : t(`outline.${state}`)}
      </Text>
      {failure && (
        <>
          <Button
            loading={redraft.isPending}
            onClick={() => {
              redraft.mutate()
            }}
          >
            {t('note.writeAgain')}
          </Button>
          <details>
            <summary>{t('problem.details')}</summary>
            <Text size="sm">
              {failure.code} · {failure.advice}
            </Text>
          </details>
        </>
      )}
      {redraft.isError && <ProblemNotice error={redraft.error} />}
    </Stack>
  )
}
