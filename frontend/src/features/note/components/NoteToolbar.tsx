import { Button, CopyButton, Group } from '@mantine/core'
import { IconCopy, IconDownload, IconHistory, IconPrinter, IconRefresh } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { WorkingNote } from '@/contracts/note'
import { useServices } from '@/lib/services'
import { useReadable } from '@/lib/useReadable'
import { useTextsIn } from '@/lib/useTextsIn'

import { downloadMarkdown, useRedraft } from '../api/note'
import { plainText } from '../core/document'
import type { NoteEditor } from '../core/editor'

import classes from './NoteToolbar.module.css'

const VersionsDialog = lazy(() => import('./VersionsDialog'))

interface Props {
  readonly encounterId: string
  readonly patientLabel: string
  /** What was spoken; a copy of the note has its headings in it. */
  readonly language: string
  readonly note: WorkingNote
  readonly editor: NoteEditor
}

/** Everything that is done with the note as a whole. */
export function NoteToolbar({ encounterId, patientLabel, language, note, editor }: Props) {
  const { t } = useTranslation()
  // Mixed talk is written up in English.
  const noteTexts = useTextsIn(language === 'multi' ? 'en' : language)
  const { api } = useServices()
  const [history, setHistory] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const redraft = useRedraft(encounterId)
  const { sections } = useReadable(editor.state, (state) => state.note)
  const whole = sections
    .filter(({ lines }) => lines.length > 0)
    .map((section) => `${noteTexts(`section.${section.code}`)}\n${plainText(section)}`)
    .join('\n\n')

  async function download() {
    setFailure(undefined)
    await editor.flush()
    await downloadMarkdown(api, encounterId, patientLabel)
  }

  async function writeAgain() {
    if (await editor.flush()) await redraft.mutateAsync()
  }

  return (
    <>
      <Group gap="xs" className={`${classes.toolbar ?? ''} screen-only`}>
        <CopyButton value={whole}>
          {({ copied, copy }) => (
            <Button
              size="sm"
              variant="default"
              leftSection={<IconCopy aria-hidden size="1.125rem" />}
              onClick={copy}
            >
              {t(copied ? 'note.copied' : 'note.copyAll')}
            </Button>
          )}
        </CopyButton>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconDownload aria-hidden size="1.125rem" />}
          onClick={() => {
            download().catch(setFailure)
          }}
        >
          {t('note.download')}
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconPrinter aria-hidden size="1.125rem" />}
          onClick={() => {
            window.print()
          }}
        >
          {t('note.print')}
        </Button>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconHistory aria-hidden size="1.125rem" />}
          onClick={() => {
            setHistory(true)
          }}
        >
          {t('versions.open', { version: note.version })}
        </Button>
        {!note.signature && (
          <Button
            size="sm"
            variant={note.stale ? 'filled' : 'default'}
            loading={redraft.isPending || note.drafting}
            leftSection={<IconRefresh aria-hidden size="1.125rem" />}
            onClick={() => {
              writeAgain().catch(() => undefined)
            }}
          >
            {t('note.writeAgain')}
          </Button>
        )}
      </Group>
      {(failure ?? redraft.error) != null && <ProblemNotice error={failure ?? redraft.error} />}
      {history && (
        <Suspense>
          <VersionsDialog
            encounterId={encounterId}
            onClose={() => {
              setHistory(false)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
