import { NativeSelect, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { LIMITS } from '@/contracts/limits'

import { SEXES, type PatientDraft } from '../core/patient'

interface Props {
  readonly patient: PatientDraft
  readonly onChange: (patient: PatientDraft) => void
}

/** Who is treated: none of it is needed. */
export function PatientFields({ patient, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm" mt="sm">
      <TextInput
        label={t('patient.name')}
        value={patient.name}
        maxLength={LIMITS.patientName}
        dir="auto"
        autoComplete="off"
        onChange={(event) => {
          onChange({ ...patient, name: event.currentTarget.value })
        }}
      />
      <TextInput
        label={t('patient.birthDate')}
        type="date"
        min="1880-01-01"
        max={new Date().toLocaleDateString('sv')}
        value={patient.birthDate}
        onChange={(event) => {
          onChange({ ...patient, birthDate: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label={t('patient.sex')}
        value={patient.sex}
        data={[
          { value: '', label: t('patient.notSaid') },
          ...SEXES.map((value) => ({ value, label: t(`patient.sexes.${value}`) })),
        ]}
        onChange={(event) => {
          onChange({ ...patient, sex: event.currentTarget.value as PatientDraft['sex'] })
        }}
      />
      <TextInput
        label={t('patient.number')}
        description={t('patient.numberHelp')}
        value={patient.number}
        maxLength={LIMITS.patientIdentifier}
        autoComplete="off"
        onChange={(event) => {
          onChange({ ...patient, number: event.currentTarget.value })
        }}
      />
      <TextInput
        label={t('patient.system')}
        description={t('patient.systemHelp')}
        value={patient.system}
        maxLength={LIMITS.patientIdentifierSystem}
        autoComplete="off"
        onChange={(event) => {
          onChange({ ...patient, system: event.currentTarget.value })
        }}
      />
    </Stack>
  )
}
