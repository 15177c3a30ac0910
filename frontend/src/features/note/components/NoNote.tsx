import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { EncounterState } from '@/contracts/socket'

import { useRedraft, useVersions, useWriteByHand } from '../api/note'
import { failureKey, helpsToWriteAgain } from '../core/failure'

interface Props {
  readonly encounterId: string
  readonly state: EncounterState
}

/** There is no note: it is on its way, or it could not be written and this is why. */
export function NoNote({ encounterId, state }: Props) {
  const { t } = useTranslation()
  const { data, isPending } = useVersions(encounterId)
  const redraft = useRedraft(encounterId)
  const byHand = useWriteByHand(encounterId)
  if (isPending) return <Skeleton h="12rem" animate={false} />
  const failure = data?.failure
  const again = failure && helpsToWriteAgain(failureKey(failure.code))
  return (
    <Stack align="flex-start">
      <Text size="lg" role="status">
        {failure ? t(`failure.${failureKey(failure.code)}`) : t(`outline.${state}`)}
      </Text>
      {failure && (
        <>
          <Group>
            {again && (
              <Button
                loading={redraft.isPending}
                onClick={() => {
                  redraft.mutate()
                }}
              >
                {t('note.writeAgain')}
              </Button>
            )}
            <Button
              variant={again ? 'default' : 'filled'}
              loading={byHand.isPending}
              onClick={() => {
                byHand.mutate()
              }}
            >
              {t('note.byHand')}
            </Button>
            {!again && (
              <Button variant="default" component={Link} to="/visits/new">
                {t('note.newVisit')}
              </Button>
            )}
          </Group>
          <details>
            <summary>{t('problem.details')}</summary>
            <Text size="sm">{failure.code}</Text>
          </details>
        </>
      )}
      {(redraft.error ?? byHand.error) !== null && (
        <ProblemNotice error={redraft.error ?? byHand.error} />
      )}
    </Stack>
  )
}
