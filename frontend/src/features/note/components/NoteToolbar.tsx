import { Button, CopyButton, Group, Text } from '@mantine/core'
import {
  type Icon,
  IconCheck,
  IconCopy,
  IconDownload,
  IconHistory,
  IconPrinter,
  IconRefresh,
} from '@tabler/icons-react'
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
  const whole = [
    ...(note.mismatch ? [noteTexts('mismatch.sentence')] : []),
    ...sections
      .filter(({ lines }) => lines.length > 0)
      .map((section) => `${section.heading.title}\n${plainText(section)}`),
  ].join('\n\n')

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
            <Action
              icon={copied ? IconCheck : IconCopy}
              label={t(copied ? 'note.copied' : 'note.copyAll')}
              act={copy}
            />
          )}
        </CopyButton>
        <Action
          icon={IconDownload}
          label={t('note.download')}
          act={() => {
            download().catch(setFailure)
          }}
        />
        <Action
          icon={IconPrinter}
          label={t('note.print')}
          act={() => {
            window.print()
          }}
        />
        <Action
          icon={IconHistory}
          label={t('versions.open', { version: note.version })}
          act={() => {
            setHistory(true)
          }}
        />
        {!note.signature && (
          <Action
            icon={IconRefresh}
            label={t('note.writeAgain')}
            isUrgent={note.stale}
            isUnderWay={redraft.isPending || note.drafting}
            act={() => {
              writeAgain().catch(() => undefined)
            }}
          />
        )}
      </Group>
      {redraft.isSuccess && !note.drafting && note.sameAgain && (
        <Text role="status" size="sm" className="screen-only">
          {t('note.saysTheSame')}
        </Text>
      )}
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

interface ActionProps {
  readonly icon: Icon
  readonly label: string
  readonly isUrgent?: boolean
  readonly isUnderWay?: boolean
  readonly act: () => void
}

/** On a phone the icon alone is shown; the label is its name. */
function Action({ icon: Sign, label, isUrgent = false, isUnderWay = false, act }: ActionProps) {
  return (
    <Button
      size="sm"
      variant={isUrgent ? 'filled' : 'default'}
      loading={isUnderWay}
      classNames={{ root: classes.action, section: classes.sign, label: classes.label }}
      leftSection={<Sign aria-hidden size="1.125rem" />}
      aria-label={label}
      onClick={act}
    >
      {label}
    </Button>
  )
}
