import { NativeSelect, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { Defaults } from '../core/defaults'

import classes from './Card.module.css'

interface Props {
  readonly label: string
  readonly onLabel: (label: string) => void
  readonly details: Defaults
  readonly onDetails: (details: Defaults) => void
  readonly languages: readonly string[]
}

/** Only the label is needed; the rest is as it was last time. */
export function VisitFields({ label, onLabel, details, onDetails, languages }: Props) {
  const { t } = useTranslation()
  return (
    <section className={classes.card} aria-labelledby="visit-title">
      <Title order={2} id="visit-title">
        {t('newVisit.visit')}
      </Title>
      <TextInput
        label={t('newVisit.label')}
        description={t('newVisit.labelHelp')}
        value={label}
        maxLength={120}
        autoFocus
        required
        withAsterisk={false}
        autoComplete="off"
        onChange={(event) => {
          onLabel(event.currentTarget.value)
        }}
      />
      <TextInput
        label={t('newVisit.type')}
        value={details.visitType}
        placeholder={t('newVisit.typeExample')}
        maxLength={120}
        onChange={(event) => {
          onDetails({ ...details, visitType: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label={t('newVisit.language')}
        description={languages.length === 1 ? t('newVisit.oneLanguage') : undefined}
        value={details.language}
        data={languages.map((value) => ({
          value,
          label: t(`visitLanguage.${value as 'en' | 'es' | 'multi'}`),
        }))}
        onChange={(event) => {
          onDetails({ ...details, language: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label={t('newVisit.template')}
        data={[{ value: 'soap', label: t('template.soap') }]}
      />
      <Textarea
        label={t('newVisit.terms')}
        description={t('newVisit.termsHelp')}
        autosize
        minRows={1}
        value={details.keyTerms}
        onChange={(event) => {
          onDetails({ ...details, keyTerms: event.currentTarget.value })
        }}
      />
    </section>
  )
}
