import { Button, FileButton, Group, Progress, Text } from '@mantine/core'
import { IconFileMusic } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { ProblemError } from '@/lib/problem'
import { useReadable } from '@/lib/useReadable'

import { CHOOSABLE, inOrder } from '../core/audioFiles'
import type { FileUpload } from '../core/fileUpload'
import { useUploads } from '../hooks/uploads'

import classes from './FileProgress.module.css'

interface Props {
  readonly encounterId: string
  readonly upload: FileUpload
}

/** How far chosen files are on their way, that they are kept, and what to do where they are not taken. */
export function FileProgress({ encounterId, upload }: Props) {
  const { t } = useTranslation()
  const uploads = useUploads()
  const state = useReadable(upload.state, (value) => value)
  const share = 'share' in state ? Math.floor(state.share * 100) : undefined
  const stuck = state.kind === 'unreadable' || state.kind === 'refused'

  return (
    <section className={classes.panel} aria-label={t('files.region')}>
      {stuck ? null : (
        <Group gap="sm" wrap="nowrap">
          <IconFileMusic aria-hidden className={classes.icon} />
          <div className={classes.text}>
            <Text role="status" fw={650}>
              {t(`files.${state.kind}`, { percent: share })}
            </Text>
            <Text size="sm">{t('files.safe')}</Text>
          </div>
        </Group>
      )}
      {share !== undefined && <Progress value={share} aria-label={t('files.region')} />}
      {state.kind === 'unreadable' && (
        <Text role="alert">{t('files.unreadable', { file: state.file })}</Text>
      )}
      {state.kind === 'refused' && <ProblemNotice error={new ProblemError(state.problem)} />}
      {stuck && (
        <Group gap="xs">
          <Button size="sm" onClick={() => void upload.run()}>
            {t('app.tryAgain')}
          </Button>
          <FileButton
            accept={CHOOSABLE}
            multiple
            onChange={(files) => {
              if (files.length > 0) void uploads.replace(encounterId, inOrder(files))
            }}
          >
            {(props) => (
              <Button {...props} size="sm" variant="default">
                {t('files.chooseOther')}
              </Button>
            )}
          </FileButton>
          <Button size="sm" variant="default" onClick={() => void uploads.discard(encounterId)}>
            {t('files.discard')}
          </Button>
        </Group>
      )}
    </section>
  )
}
