import { Box, Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'

import { useUpload } from '../api/encounters'

interface Props {
  readonly disabled: boolean
  /** Makes the visit that the recording belongs to. */
  readonly prepare: () => Promise<{ readonly id: string } | undefined>
  readonly onSent: (id: string) => void
}

/** A finished recording instead of a live one. */
export function UploadButton({ disabled, prepare, onSent }: Props) {
  const { t } = useTranslation()
  const upload = useUpload()

  async function send(file: File) {
    const visit = await prepare()
    if (!visit) return
    await upload.mutateAsync({ id: visit.id, file }).then(
      () => {
        onSent(visit.id)
      },
      () => undefined,
    )
  }

  return (
    <>
      <FileButton
        accept="audio/wav,.wav"
        disabled={disabled || upload.isPending}
        onChange={(file) => {
          if (file) void send(file)
        }}
      >
        {(props) => (
          <Button
            {...props}
            size="lg"
            variant="default"
            loading={upload.isPending}
            disabled={disabled}
            leftSection={<IconFileUpload aria-hidden />}
          >
            {t('newVisit.upload')}
          </Button>
        )}
      </FileButton>
      {upload.isError && (
        <Box w="100%">
          <ProblemNotice error={upload.error} />
        </Box>
      )}
    </>
  )
}
