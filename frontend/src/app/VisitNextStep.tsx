import { Button, Group, Stack, Text } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Encounter } from '@/contracts/encounter'
import { useConsent } from '@/features/encounters/api/encounters'
import { ConsentCard } from '@/features/encounters/components/ConsentCard'
import { consentOf, NO_CONSENT } from '@/features/encounters/core/consent'
import { storedEnd } from '@/features/encounters/core/coverage'
import { UploadButton } from '@/features/files/components/UploadButton'
import { useConsentWording } from '@/features/encounters/hooks/useConsentWording'
import type { RecordingSession } from '@/features/recording/core/session'
import { useRecordings } from '@/features/recording/hooks/recordings'
import { useUnfinished } from '@/features/recording/hooks/useUnfinished'
import { clock } from '@/lib/time'

import classes from './VisitNextStep.module.css'

interface Props {
  readonly encounter: Encounter
  readonly session: RecordingSession | undefined
}

/** The one thing to do now, whatever state the visit is in. */
export function VisitNextStep({ encounter, session }: Props) {
  const { t } = useTranslation()
  const { id, state } = encounter
  switch (state) {
    case 'planned':
      return session ? null : <Begin encounter={encounter} />
    case 'recording':
      return session ? null : <Interrupted encounter={encounter} />
    case 'transcribing':
    case 'drafting':
      return null
    case 'review':
    case 'signed':
      return (
        <div>
          <Button size="lg" component={Link} to={`/visits/${id}/note`}>
            {t(state === 'signed' ? 'visit.readNote' : 'visit.checkNote')}
          </Button>
        </div>
      )
    case 'needs-attention':
      return (
        <Notice text={t('visit.needsYou')}>
          <Button component={Link} to={`/visits/${id}/note`}>
            {t('visit.seeWhy')}
          </Button>
        </Notice>
      )
    case 'withdrawn':
      return <Notice text={t('visit.withdrawn')} />
  }
}

function Begin({ encounter }: { readonly encounter: Encounter }) {
  const { t } = useTranslation()
  const { id } = encounter
  const recordings = useRecordings()
  const agree = useConsent()
  const wording = useConsentWording(encounter.language)
  const [consent, setConsent] = useState(NO_CONSENT)
  const [elsewhere, setElsewhere] = useState(false)
  const agreed = encounter.consent?.decision === 'granted'

  async function agreeFirst() {
    if (!agreed) await agree.mutateAsync({ id, consent: consentOf(consent, wording) })
    return encounter
  }
  async function record() {
    await agreeFirst()
    setElsewhere(!(await recordings.begin(id, { kind: 'microphone' })))
  }

  const closed = !agreed && !consent.given
  return (
    <Stack>
      {!agreed && <ConsentCard wording={wording} consent={consent} onChange={setConsent} />}
      {agree.isError && <ProblemNotice error={agree.error} />}
      {elsewhere && <Notice text={t('unfinished.otherTab')} />}
      <Group>
        <Button
          size="lg"
          disabled={closed}
          aria-describedby="why-not-yet"
          leftSection={<IconMicrophone aria-hidden />}
          onClick={() => {
            record().catch(() => undefined)
          }}
        >
          {t('newVisit.record')}
        </Button>
        <UploadButton
          disabled={closed}
          prepare={() => agreeFirst().catch(() => undefined)}
          onBegun={() => undefined}
        />
      </Group>
      <Text id="why-not-yet" c="dimmed">
        {t(closed ? 'newVisit.missing.consent' : 'newVisit.ready')}
      </Text>
    </Stack>
  )
}

/** Recording, but not in this tab: what is kept here can go on, or another device holds it. */
function Interrupted({ encounter }: { readonly encounter: Encounter }) {
  const { t } = useTranslation()
  const { id } = encounter
  const recordings = useRecordings()
  const { data } = useUnfinished()
  const [elsewhere, setElsewhere] = useState(false)
  const reached = storedEnd(encounter)
  if (!data) return null
  const kept = data.own.find(({ encounterId }) => encounterId === id)

  async function go(run: () => Promise<boolean>) {
    setElsewhere(!(await run()))
  }

  if (elsewhere || kept?.isHeld) return <Notice text={t('unfinished.otherTab')} />
  if (!kept) {
    return (
      <Notice text={t('visit.recordedElsewhere')}>
        <Button
          variant="default"
          onClick={() => void go(() => recordings.begin(id, { kind: 'microphone' }, reached))}
        >
          {t('recording.takeOver')}
        </Button>
      </Notice>
    )
  }
  return (
    <Notice text={t('visit.interrupted', { time: clock(kept.captured) })}>
      {!kept.ended && (
        <Button onClick={() => void go(() => recordings.begin(id, { kind: kept.sound }))}>
          {t('visit.goOn')}
        </Button>
      )}
      <Button variant="default" onClick={() => void go(() => recordings.finish(id))}>
        {t('visit.finish')}
      </Button>
    </Notice>
  )
}

function Notice({
  text,
  children,
}: {
  readonly text: string
  readonly children?: React.ReactNode
}) {
  return (
    <div className={classes.notice} role="status">
      <Text>{text}</Text>
      <Group gap="xs">{children}</Group>
    </div>
  )
}
