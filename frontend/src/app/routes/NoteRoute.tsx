import { Group, Skeleton, Stack } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Encounter } from '@/contracts/encounter'
import { useEncounter } from '@/features/encounters/api/encounters'
import { EngineNotice } from '@/features/encounters/components/EngineNotice'
import { TrustStrip } from '@/features/encounters/components/TrustStrip'
import { VisitHeader } from '@/features/encounters/components/VisitHeader'
import { Openings } from '@/features/emergency/components/Openings'
import { useNote } from '@/features/note/api/note'
import { NoNote } from '@/features/note/components/NoNote'

import { useForgetWithdrawn } from '../hooks/useForgetWithdrawn'
import { useVisitWatch } from '../hooks/useVisitWatch'
import { NoteReview } from '../NoteReview'
import { VisitProblem } from '../VisitProblem'

/** Check, correct, sign. */
export function Component() {
  const { id = '' } = useParams()
  const encounter = useEncounter(id)
  if (encounter.data) return <NoteScreen key={id} encounter={encounter.data} />
  if (encounter.isError) {
    return <VisitProblem error={encounter.error} onTryAgain={() => void encounter.refetch()} />
  }
  return <Loading />
}

function NoteScreen({ encounter }: { readonly encounter: Encounter }) {
  const { t } = useTranslation()
  const { id } = encounter
  useForgetWithdrawn(encounter)
  const note = useNote(id)
  const { transcript } = useVisitWatch(id)
  useDocumentTitle(t('visit.pageTitle', { name: encounter.patientLabel }))
  return (
    <Stack gap="md">
      <VisitHeader encounter={encounter} />
      <Openings encounterId={id} />
      <EngineNotice />
      <TrustStrip encounter={encounter} drafter={note.data?.body.engine} />
      {note.isPending && <Loading />}
      {note.isError && (
        <ProblemNotice
          error={note.error}
          action={{ label: t('app.tryAgain'), run: () => void note.refetch() }}
        />
      )}
      {note.data === null && (
        <Group align="flex-start" justify="space-between">
          <NoNote encounterId={id} state={encounter.state} />
          <Link to={`/visits/${id}`}>{t('note.toTranscript')}</Link>
        </Group>
      )}
      {note.data && <NoteReview encounter={encounter} note={note.data} transcript={transcript} />}
    </Stack>
  )
}

function Loading() {
  const { t } = useTranslation()
  return (
    <Stack aria-busy="true" role="status" aria-label={t('app.loading')}>
      <Skeleton h="3rem" animate={false} />
      <Skeleton h="20rem" animate={false} />
    </Stack>
  )
}
