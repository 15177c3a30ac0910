import { NativeSelect, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { LIMITS } from '@/contracts/limits'
import { titleIn, type Template } from '@/contracts/template'
import { languageNames } from '@/lib/languageNames'

import type { Defaults } from '../core/defaults'
import type { VisitLanguage } from '../core/engines'
import type { PatientDraft } from '../core/patient'
import { chosenTemplate } from '../core/templates'

import classes from './Card.module.css'
import { PatientFields } from './PatientFields'

interface Props {
  readonly label: string
  readonly onLabel: (label: string) => void
  readonly patient: PatientDraft
  readonly onPatient: (patient: PatientDraft) => void
  readonly details: Defaults
  readonly onDetails: (details: Defaults) => void
  readonly languages: readonly VisitLanguage[]
  readonly templates: readonly Template[] | undefined
  /** The languages of drafts, if the one of this visit is not among them. */
  readonly drafts: readonly string[] | undefined
}

/** Only the label is needed; the rest is as it was last time. */
export function VisitFields({
  label,
  onLabel,
  patient,
  onPatient,
  details,
  onDetails,
  languages,
  templates,
  drafts,
}: Props) {
  const { t, i18n } = useTranslation()
  const named = (tags: readonly string[]) => ({ languages: languageNames(tags, i18n.language) })
  return (
    <section className={classes.card} aria-labelledby="visit-title">
      <Title order={2} id="visit-title">
        {t('newVisit.visit')}
      </Title>
      <TextInput
        label={t('newVisit.label')}
        description={t('newVisit.labelHelp')}
        value={label}
        maxLength={LIMITS.patientLabel}
        autoFocus
        required
        withAsterisk={false}
        autoComplete="off"
        onChange={(event) => {
          onLabel(event.currentTarget.value)
        }}
      />
      <details>
        <summary className={classes.summary}>{t('patient.more')}</summary>
        <PatientFields patient={patient} onChange={onPatient} />
      </details>
      <TextInput
        label={t('newVisit.type')}
        value={details.visitType}
        placeholder={t('newVisit.typeExample')}
        maxLength={LIMITS.visitType}
        onChange={(event) => {
          onDetails({ ...details, visitType: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label={t('newVisit.language')}
        description={
          drafts
            ? t('newVisit.noDraft', named(drafts))
            : languages.length === 1
              ? t('newVisit.oneLanguage', named(languages))
              : undefined
        }
        value={details.language}
        data={languages.map((value) => ({
          value,
          label: t(`visitLanguage.${value}`),
        }))}
        onChange={(event) => {
          onDetails({ ...details, language: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label={t('newVisit.template')}
        value={chosenTemplate(details.template, templates)?.id ?? ''}
        data={(templates ?? []).map(({ id, title }) => ({
          value: id,
          label: titleIn(title, i18n.language),
        }))}
        onChange={(event) => {
          onDetails({ ...details, template: event.currentTarget.value })
        }}
      />
      <Textarea
        label={t('newVisit.terms')}
        description={t('newVisit.termsHelp')}
        autosize
        minRows={1}
        value={details.keyTerms}
        maxLength={LIMITS.keyTermsInAll}
        onChange={(event) => {
          onDetails({ ...details, keyTerms: event.currentTarget.value })
        }}
      />
    </section>
  )
}
