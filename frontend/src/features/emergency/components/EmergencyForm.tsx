import { Button, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { LIMITS } from '@/contracts/limits'

import type { Emergency } from '../api/emergency'

const SHORTEST_REASON = 10

interface Props {
  readonly busy: boolean
  readonly onOpen: (emergency: Emergency) => void
}

/** Whose visits are needed, and why. */
export function EmergencyForm({ busy, onOpen }: Props) {
  const { t } = useTranslation()
  const [patient, setPatient] = useState('')
  const [reason, setReason] = useState('')
  const ready = patient.trim() !== '' && reason.trim().length >= SHORTEST_REASON
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onOpen({ patientLabel: patient.trim(), reason: reason.trim() })
      }}
    >
      <Stack align="flex-start">
        <TextInput
          label={t('emergency.patient')}
          description={t('emergency.patientHelp')}
          w="100%"
          maxLength={LIMITS.patientLabel}
          value={patient}
          onChange={(event) => {
            setPatient(event.currentTarget.value)
          }}
        />
        <Textarea
          label={t('emergency.reason')}
          description={t('emergency.reasonHelp')}
          w="100%"
          autosize
          minRows={2}
          maxLength={LIMITS.accessReason}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value)
          }}
        />
        <Button type="submit" color="red" loading={busy} disabled={!ready}>
          {t('emergency.open')}
        </Button>
      </Stack>
    </form>
  )
}
