import { Button } from '@mantine/core'
import { IconFileMusic } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { KeptForSomeoneElse, KeptNotice } from '@/components/ui/KeptNotice'
import { useEncounter } from '@/features/encounters/api/encounters'
import { ProblemError } from '@/lib/problem'
import { useReadable } from '@/lib/useReadable'

import type { KeptFiles } from '../core/keptFiles'
import { useKeptFiles, useUploads } from '../hooks/uploads'

/** Files that a closed tab left on this device; first thing on the list. */
export function KeptFilesNotice() {
  const { running } = useUploads()
  const underWay = useReadable(running, (uploads) => uploads)
  const { t } = useTranslation()
  const { data } = useKeptFiles()
  if (!data) return null
  return (
    <>
      {data.own
        .filter(({ encounterId }) => !underWay.has(encounterId))
        .map((kept) => (
          <Kept key={kept.encounterId} kept={kept} />
        ))}
      {data.others > 0 && (
        <KeptForSomeoneElse>{t('files.someoneElse', { count: data.others })}</KeptForSomeoneElse>
      )}
    </>
  )
}

function Kept({ kept }: { readonly kept: KeptFiles }) {
  const { t } = useTranslation()
  const { encounterId, files } = kept
  const uploads = useUploads()
  const navigate = useNavigate()
  const encounter = useEncounter(encounterId)
  const [elsewhere, setElsewhere] = useState(false)

  const state = encounter.data?.state
  useEffect(() => {
    if (state === 'withdrawn') void uploads.discard(encounterId)
  }, [state, uploads, encounterId])

  if (state === 'withdrawn') return null
  const gone = encounter.error instanceof ProblemError && encounter.error.problem.status === 404
  const name = encounter.data?.patientLabel ?? t('unfinished.aVisit')
  const ended = gone || (state && !['planned', 'recording'].includes(state))

  async function send() {
    const begun = await uploads.begin(encounterId, files)
    setElsewhere(!begun)
    if (begun) await navigate(`/visits/${encounterId}`)
  }

  return (
    <KeptNotice
      icon={IconFileMusic}
      label={t('files.region')}
      title={t('files.kept', { name })}
      detail={
        elsewhere
          ? t('unfinished.otherTab')
          : ended
            ? t(gone ? 'files.notYours' : 'files.endedElsewhere')
            : files.map((file) => file.name).join(', ')
      }
    >
      {!ended && <Button onClick={() => void send()}>{t('files.send')}</Button>}
      <Button variant="default" onClick={() => void uploads.discard(encounterId)}>
        {t('files.discard')}
      </Button>
    </KeptNotice>
  )
}
