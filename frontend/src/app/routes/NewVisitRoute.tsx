import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle, useHotkeys } from '@mantine/hooks'
import { IconMicrophone, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { useConsent, useCreateEncounter, useEngines } from '@/features/encounters/api/encounters'
import { useTemplates } from '@/features/encounters/api/templates'
import { ConsentCard } from '@/features/encounters/components/ConsentCard'
import { VisitFields } from '@/features/encounters/components/VisitFields'
import { keepDefaults, readDefaults, termsOf } from '@/features/encounters/core/defaults'
import { consentOf, NO_CONSENT } from '@/features/encounters/core/consent'
import { isSomebody, NOBODY, patientOf } from '@/features/encounters/core/patient'
import { isDrafted, visitLanguages } from '@/features/encounters/core/engines'
import { chosenTemplate } from '@/features/encounters/core/templates'
import { useConsentWording } from '@/features/encounters/hooks/useConsentWording'
import { UploadButton } from '@/features/files/components/UploadButton'
import type { Encounter } from '@/contracts/encounter'
import { useRecordings } from '@/features/recording/hooks/recordings'
import { useServices } from '@/lib/services'

import classes from './NewVisitRoute.module.css'

/** One screen from a name to a running recording. */
export function Component() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { person } = useServices()
  const [search] = useSearchParams()
  const sample = search.get('sound') === 'sample'
  const [label, setLabel] = useState(sample ? t('newVisit.sampleLabel') : '')
  const [patient, setPatient] = useState(NOBODY)
  const [details, setDetails] = useState(() => readDefaults(localStorage, person.id))
  const [consent, setConsent] = useState(NO_CONSENT)
  const { data: engines } = useEngines()
  const { data: templates } = useTemplates()
  const template = chosenTemplate(details.template, templates)
  const languages = visitLanguages(engines)
  const language = languages.find((each) => each === details.language) ?? languages[0] ?? 'en'
  const wording = useConsentWording(language)
  const create = useCreateEncounter()
  const agree = useConsent()
  const recordings = useRecordings()
  useDocumentTitle(t('newVisit.pageTitle'))

  const missing = label.trim() === '' ? 'label' : consent.given ? undefined : 'consent'

  /** The visit with what was decided about it so far, or nothing if it could not be kept. */
  async function plan(): Promise<Encounter | undefined> {
    try {
      const made =
        create.data ??
        (await create.mutateAsync({
          patientLabel: label.trim(),
          ...(details.visitType.trim() ? { visitType: details.visitType.trim() } : {}),
          language,
          ...(template ? { template: template.id } : {}),
          keyTerms: termsOf(details.keyTerms),
          ...(isSomebody(patient) ? { patient: patientOf(patient) } : {}),
        }))
      if (!sample) keepDefaults(localStorage, person.id, { ...details, language })
      if (consent.given) {
        await agree.mutateAsync({ id: made.id, consent: consentOf(consent, wording) })
      }
      return made
    } catch {
      return undefined
    }
  }

  async function record() {
    if (missing) return
    const visit = await plan()
    if (!visit) return
    void recordings.begin(visit.id, { kind: sample ? 'sample' : 'microphone' })
    await navigate(`/visits/${visit.id}`)
  }

  async function planOnly() {
    const visit = await plan()
    if (visit) await navigate('/')
  }

  useHotkeys([['r', () => void record()]])
  const busy = create.isPending || agree.isPending
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void record()
      }}
    >
      <Title order={1}>{t(sample ? 'newVisit.sampleTitle' : 'newVisit.title')}</Title>
      <div className={classes.columns}>
        <VisitFields
          label={label}
          onLabel={setLabel}
          patient={patient}
          onPatient={setPatient}
          details={{ ...details, language }}
          onDetails={setDetails}
          languages={languages}
          templates={templates}
          drafts={isDrafted(language, engines) ? undefined : engines?.note?.languages}
        />
        <ConsentCard wording={wording} consent={consent} onChange={setConsent} />
      </div>
      {(create.error ?? agree.error) !== null && (
        <ProblemNotice
          error={create.error ?? agree.error}
          action={{ label: t('app.tryAgain'), run: () => void record() }}
        />
      )}
      <Stack gap="xs" className={classes.actions ?? ''}>
        <Group>
          <Button
            type="submit"
            size="lg"
            loading={busy}
            disabled={missing !== undefined}
            aria-describedby="why-not-yet"
            leftSection={sample ? <IconPlayerPlay aria-hidden /> : <IconMicrophone aria-hidden />}
          >
            {t(sample ? 'newVisit.playSample' : 'newVisit.record')}
          </Button>
          {!sample && (
            <>
              <UploadButton
                disabled={missing !== undefined || busy}
                prepare={plan}
                onBegun={(id) => void navigate(`/visits/${id}`)}
              />
              <Button
                size="lg"
                variant="subtle"
                disabled={label.trim() === '' || busy}
                onClick={() => void planOnly()}
              >
                {t('newVisit.later')}
              </Button>
            </>
          )}
        </Group>
        <Text id="why-not-yet" c="dimmed" aria-live="polite">
          {t(missing ? `newVisit.missing.${missing}` : 'newVisit.ready')}
        </Text>
      </Stack>
    </form>
  )
}
