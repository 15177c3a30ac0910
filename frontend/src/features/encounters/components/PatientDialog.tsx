import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Encounter } from '@/contracts/encounter'

import { useIdentify } from '../api/encounters'
import { draftOf, patientOf } from '../core/patient'

import { PatientFields } from './PatientFields'

interface Props {
  readonly encounter: Encounter
  readonly onClose: () => void
}

/** Says who is treated; emptied, nobody is named any more. */
export default function PatientDialog({ encounter, onClose }: Props) {
  const { t } = useTranslation()
  const [patient, setPatient] = useState(() => draftOf(encounter.patient))
  const identify = useIdentify(encounter.id)
  return (
    <Modal
      opened
      title={t('patient.title')}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          identify.mutateAsync(patientOf(patient)).then(onClose, () => undefined)
        }}
      >
        <PatientFields patient={patient} onChange={setPatient} />
        {identify.isError && <ProblemNotice error={identify.error} />}
        <Group mt="md">
          <Button type="submit" loading={identify.isPending}>
            {t('patient.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
