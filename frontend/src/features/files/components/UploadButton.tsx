import { Button, FileButton } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { CHOOSABLE, inOrder } from '../core/audioFiles'
import { useUploads } from '../hooks/uploads'

interface Props {
  readonly disabled: boolean
  /** Makes the visit that the recording belongs to. */
  readonly prepare: () => Promise<{ readonly id: string } | undefined>
  readonly onBegun: (id: string) => void
}

/** A finished recording instead of a live one: a file, or several in their order. */
export function UploadButton({ disabled, prepare, onBegun }: Props) {
  const { t } = useTranslation()
  const uploads = useUploads()
  const [preparing, setPreparing] = useState(false)

  async function send(files: readonly File[]) {
    setPreparing(true)
    try {
      const visit = await prepare()
      if (visit && (await uploads.begin(visit.id, files))) onBegun(visit.id)
    } finally {
      setPreparing(false)
    }
  }

  return (
    <FileButton
      accept={CHOOSABLE}
      multiple
      disabled={disabled || preparing}
      onChange={(files) => {
        if (files.length > 0) void send(inOrder(files))
      }}
    >
      {(props) => (
        <Button
          {...props}
          size="lg"
          variant="default"
          loading={preparing}
          disabled={disabled}
          leftSection={<IconFileUpload aria-hidden />}
        >
          {t('newVisit.upload')}
        </Button>
      )}
    </FileButton>
  )
}
