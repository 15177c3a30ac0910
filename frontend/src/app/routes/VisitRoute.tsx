import { Skeleton, Stack } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'

import type { Encounter } from '@/contracts/encounter'
import { useEncounter } from '@/features/encounters/api/encounters'
import { useTemplates } from '@/features/encounters/api/templates'
import { EngineNotice } from '@/features/encounters/components/EngineNotice'
import { VisitHeader } from '@/features/encounters/components/VisitHeader'
import { outlineOf } from '@/features/encounters/core/templates'
import { Openings } from '@/features/emergency/components/Openings'
import { FileProgress } from '@/features/files/components/FileProgress'
import { useFileUpload } from '@/features/files/hooks/uploads'
import { DraftOutline } from '@/features/note/components/DraftOutline'
import { RecordingPanel } from '@/features/recording/components/RecordingPanel'
import { useSession } from '@/features/recording/hooks/recordings'
import { TranscriptPane } from '@/features/transcript/components/TranscriptPane'
import { useClipPlayer } from '@/features/transcript/hooks/useClipPlayer'
import { useReadable } from '@/lib/useReadable'

import { useForgetWithdrawn } from '../hooks/useForgetWithdrawn'
import { useVisitWatch } from '../hooks/useVisitWatch'
import { VisitNextStep } from '../VisitNextStep'
import { VisitProblem } from '../VisitProblem'

import classes from './VisitRoute.module.css'

/** A visit from its consent to its note. */
export function Component() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const encounter = useEncounter(id)
  if (encounter.data) return <Visit key={id} encounter={encounter.data} />
  if (encounter.isError) {
    return <VisitProblem error={encounter.error} onTryAgain={() => void encounter.refetch()} />
  }
  return (
    <Stack aria-busy="true" role="status" aria-label={t('app.loading')}>
      <Skeleton h="3rem" animate={false} />
      <Skeleton h="20rem" animate={false} />
    </Stack>
  )
}

function Visit({ encounter }: { readonly encounter: Encounter }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id, state } = encounter
  const session = useSession(id)
  useForgetWithdrawn(encounter)
  const upload = useFileUpload(id)
  const { transcript, draft, drafted } = useVisitWatch(id)
  const player = useClipPlayer(id)
  const { data: templates } = useTemplates()
  const delay = useReadable(transcript.state, (value) => value.delay)
  const complete = useReadable(transcript.state, (value) => value.complete)
  const heard = useReadable(transcript.state, (value) => value.segments.length > 0)
  useDocumentTitle(t('visit.pageTitle', { name: encounter.patientLabel }))

  // Who has just ended a recording wants to see its note next.
  const watched = useRef(false)
  useEffect(() => {
    if (session ?? upload) watched.current = true
  }, [session, upload])
  useEffect(() => {
    if (drafted > 0 && watched.current) void navigate(`/visits/${id}/note`)
  }, [drafted, id, navigate])

  const underWay = state === 'recording' || state === 'transcribing'
  return (
    <div className={classes.visit} data-fits-window>
      <VisitHeader
        encounter={encounter}
        recordedHere={session !== undefined && state === 'recording'}
      />
      <Openings encounterId={id} />
      <EngineNotice />
      {session && <RecordingPanel session={session} delay={delay} />}
      {upload && <FileProgress encounterId={id} upload={upload} />}
      {!upload && <VisitNextStep encounter={encounter} session={session} />}
      {state !== 'withdrawn' && (state !== 'planned' || session || heard) && (
        <div className={classes.panes}>
          <TranscriptPane
            encounterId={id}
            transcript={transcript}
            player={player}
            keyTerms={encounter.keyTerms}
            correctable={complete && state !== 'signed'}
            live={underWay || session !== undefined}
            emptyText={t(underWay || session ? 'transcript.listening' : 'transcript.empty')}
          />
          <DraftOutline outline={outlineOf(encounter, templates)} draft={draft} state={state} />
        </div>
      )}
    </div>
  )
}
