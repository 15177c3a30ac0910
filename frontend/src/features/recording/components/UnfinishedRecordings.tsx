import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { KeptForSomeoneElse, KeptNotice } from '@/components/ui/KeptNotice'
import { useEncounter } from '@/features/encounters/api/encounters'
import { ProblemError } from '@/lib/problem'
import { clock } from '@/lib/time'

import { useRecordings } from '../hooks/recordings'
import {
  downloadKept,
  type Unfinished as Kept,
  useForgetUnfinished,
  useUnfinished,
} from '../hooks/useUnfinished'

/** What a closed tab or an empty battery left on this device; first thing on the list. */
export function UnfinishedRecordings() {
  const { data = [] } = useUnfinished()
  return data
    .filter(({ captured, isHeld }) => captured > 0 && !isHeld)
    .map((kept) => <Unfinished key={kept.encounterId} kept={kept} />)
}

function Unfinished({ kept }: { readonly kept: Kept }) {
  const { t } = useTranslation()
  const recordings = useRecordings()
  const forget = useForgetUnfinished()
  const navigate = useNavigate()
  const encounter = useEncounter(kept.encounterId)
  const [elsewhere, setElsewhere] = useState(false)
  const waiting = kept.captured - kept.acknowledged

  if (encounter.error instanceof ProblemError && encounter.error.problem.status === 404) {
    return <KeptForSomeoneElse>{t('unfinished.someoneElse')}</KeptForSomeoneElse>
  }
  const name = encounter.data?.patientLabel ?? t('unfinished.aVisit')
  const ended = encounter.data && !['planned', 'recording'].includes(encounter.data.state)

  async function send() {
    const taken = await recordings.finish(kept.encounterId)
    setElsewhere(!taken)
    if (taken) await navigate(`/visits/${kept.encounterId}`)
  }

  return (
    <KeptNotice
      icon={IconDeviceFloppy}
      label={t('unfinished.title')}
      title={
        waiting > 0
          ? t('unfinished.kept', { name, time: clock(waiting) })
          : t('unfinished.saved', { name, time: clock(kept.captured) })
      }
      detail={
        elsewhere
          ? t('unfinished.otherTab')
          : ended
            ? t(waiting > 0 ? 'unfinished.endedElsewhere' : 'unfinished.endedWhole')
            : t(kept.ended ? 'unfinished.stopped' : 'unfinished.interrupted')
      }
    >
      {ended ? (
        <>
          {waiting > 0 && (
            <Button variant="default" onClick={() => void downloadKept(kept, name)}>
              {t('unfinished.download')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => void recordings.discard(kept.encounterId).then(forget)}
          >
            {t('unfinished.discard')}
          </Button>
        </>
      ) : (
        <>
          {!kept.ended && (
            <Button variant="default" onClick={() => void navigate(`/visits/${kept.encounterId}`)}>
              {t('unfinished.continue')}
            </Button>
          )}
          <Button onClick={() => void send()}>{t('unfinished.send')}</Button>
        </>
      )}
    </KeptNotice>
  )
}
