import { NativeSelect } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useReadable } from '@/lib/useReadable'

import type { RecordingSession } from '../core/session'
import { useInputs } from '../hooks/useInputs'

/** Another microphone, in the middle of the recording if need be. */
export function InputPicker({ session }: { readonly session: RecordingSession }) {
  const { t } = useTranslation()
  const inputs = useInputs()
  const name = useReadable(session.state, (state) => state.inputName)
  const kind = useReadable(session.state, (state) => state.sound.kind)
  if (kind === 'sample') return null
  const chosen = inputs.find((input) => input.label === name)?.deviceId ?? ''
  const named = inputs.filter((input) => input.label !== '')
  if (named.length === 0) return null
  return (
    <NativeSelect
      size="sm"
      maw="100%"
      aria-label={t('recording.input')}
      leftSection={<IconMicrophone aria-hidden />}
      value={chosen}
      data={[
        ...(chosen === '' ? [{ value: '', label: t('recording.chooseInput') }] : []),
        ...named.map(({ deviceId, label }) => ({ value: deviceId, label })),
      ]}
      onChange={(event) => {
        const deviceId = event.currentTarget.value
        if (deviceId) void session.use({ kind: 'microphone', deviceId })
      }}
    />
  )
}
