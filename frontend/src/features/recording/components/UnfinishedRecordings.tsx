import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { KeptForSomeoneElse, KeptNotice } from '@/components/ui/KeptNotice'
import { useEncounter } from '@/features/encounters/api/encounters'
import { ProblemError } from '@/lib/problem'
import { clock, dayOf } from '@/lib/time'

import { deletedAt, isOld } from '../core/age'
import { useRecordings } from '../hooks/recordings'
import {
  type Unfinished as Kept,
  useDownloadKept,
  useForgetUnfinished,
  useUnfinished,
  useWarnOfAge,
} from '../hooks/useUnfinished'

/** What a closed tab or an empty battery left on this device; first thing on the list. */
export function UnfinishedRecordings() {
  const { t } = useTranslation()
  const { data } = useUnfinished()
  if (!data) return null
  return (
    <>
      {data.own
        .filter(({ captured, isHeld }) => captured > 0 && !isHeld)
        .map((kept) => (
          <Unfinished key={kept.encounterId} kept={kept} readable={data.readable} />
        ))}
      {data.others > 0 && (
        <KeptForSomeoneElse>
          {t('unfinished.someoneElse', { count: data.others })}
        </KeptForSomeoneElse>
      )}
    </>
  )
}

interface Props {
  readonly kept: Kept
  readonly readable: boolean
}

function Unfinished({ kept, readable }: Props) {
  const { t, i18n } = useTranslation()
  const recordings = useRecordings()
  const forget = useForgetUnfinished()
  const download = useDownloadKept()
  const warn = useWarnOfAge()
  const navigate = useNavigate()
  const encounter = useEncounter(kept.encounterId)
  const [elsewhere, setElsewhere] = useState(false)
  const { encounterId, expired = false } = kept
  const waiting = kept.captured - kept.acknowledged
  const old = waiting > 0 && !expired && isOld(kept, Date.now())
  const due = deletedAt(kept)
  const state = encounter.data?.state
  const tell = old && due === undefined

  useEffect(() => {
    if (tell) warn(encounterId)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- told once, by whom does not matter
  }, [tell, encounterId])
  useEffect(() => {
    if (state === 'withdrawn') void recordings.discard(encounterId).then(forget)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- deleted once, when the state says so
  }, [state, encounterId])

  if (state === 'withdrawn') return null
  const gone = encounter.error instanceof ProblemError && encounter.error.problem.status === 404
  const name = encounter.data?.patientLabel ?? t('unfinished.aVisit')
  const ended = gone || expired || (state && !['planned', 'recording'].includes(state))

  async function send() {
    const taken = await recordings.finish(encounterId)
    setElsewhere(!taken)
    if (taken) await navigate(`/visits/${encounterId}`)
  }

  function detail(): string {
    if (elsewhere) return t('unfinished.otherTab')
    if (expired) return t('unfinished.expired')
    if (waiting > 0 && !readable) return t('unfinished.unreadable')
    if (gone) return t('unfinished.notYours')
    if (ended) return t(waiting > 0 ? 'unfinished.endedElsewhere' : 'unfinished.endedWhole')
    return t(kept.ended ? 'unfinished.stopped' : 'unfinished.interrupted')
  }
  const age =
    old && due !== undefined
      ? t('unfinished.old', {
          since: dayOf(kept.startedAt, i18n.language),
          until: dayOf(new Date(due).toISOString(), i18n.language),
        })
      : ''

  return (
    <KeptNotice
      icon={IconDeviceFloppy}
      label={t('unfinished.title')}
      title={
        expired
          ? t('unfinished.deleted', { name, time: clock(waiting) })
          : waiting > 0
            ? t('unfinished.kept', { name, time: clock(waiting) })
            : t('unfinished.saved', { name, time: clock(kept.captured) })
      }
      detail={`${detail()} ${age}`.trim()}
    >
      {ended ? (
        <>
          {waiting > 0 && !expired && readable && (
            <Button variant="default" onClick={() => void download(kept, name)}>
              {t('unfinished.download')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => void recordings.discard(encounterId).then(forget)}
          >
            {t(expired ? 'app.understood' : 'unfinished.discard')}
          </Button>
        </>
      ) : (
        <>
          {!kept.ended && (
            <Button variant="default" onClick={() => void navigate(`/visits/${encounterId}`)}>
              {t('unfinished.continue')}
            </Button>
          )}
          <Button onClick={() => void send()}>{t('unfinished.send')}</Button>
        </>
      )}
    </KeptNotice>
  )
}
