import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'

import { useReadable } from '@/lib/useReadable'

import { useSign } from '../api/note'
import { emptySections } from '../core/document'
import type { NoteEditor } from '../core/editor'

interface Props {
  readonly encounterId: string
  readonly editor: NoteEditor
  readonly signer: string
  readonly onClose: () => void
}

/** The very words that are signed, and that it is for good. */
export function SignDialog({ encounterId, editor, signer, onClose }: Props) {
  const { t } = useTranslation()
  const sign = useSign(encounterId)
  const note = useReadable(editor.state, (state) => state.note)
  const empty = emptySections(note)
  const attestation = t('sign.attestation', { name: signer })

  async function go() {
    // What could not be saved, and what to do about it, stands behind the dialog.
    if (await editor.flush()) await sign.mutateAsync({ attestation, etag: editor.etag })
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sign.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Text mb="sm">{attestation}</Text>
      {empty.length > 0 && (
        <Text mb="sm" fw={650}>
          {t('sign.emptyAsk', { sections: empty.join(', ') })}
        </Text>
      )}
      <Text c="dimmed" mb="md">
        {t('sign.locks')}
      </Text>
      {sign.isError && <ProblemNotice error={sign.error} />}
      <Group mt="md">
        <Button
          data-autofocus
          loading={sign.isPending}
          onClick={() => {
            go().catch(() => undefined)
          }}
        >
          {t('sign.confirm')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Modal>
  )
}
