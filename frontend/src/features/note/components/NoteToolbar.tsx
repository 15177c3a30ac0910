import { Button, Group, Text } from '@mantine/core'
import { type Icon, IconHistory, IconRefresh } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Patient } from '@/contracts/encounter'
import type { WorkingNote } from '@/contracts/note'

import { useRedraft } from '../api/note'
import type { NoteEditor } from '../core/editor'

import classes from './NoteToolbar.module.css'
import { TakeNote } from './TakeNote'

const VersionsDialog = lazy(() => import('./VersionsDialog'))

interface Props {
  readonly encounterId: string
  readonly patientLabel: string
  readonly patient: Patient | undefined
  /** What was spoken; a copy of the note has its headings in it. */
  readonly language: string
  readonly note: WorkingNote
  readonly editor: NoteEditor
}

/** Everything that is done with the note as a whole. */
export function NoteToolbar({ encounterId, patientLabel, patient, language, note, editor }: Props) {
  const { t } = useTranslation()
  const [history, setHistory] = useState(false)
  const redraft = useRedraft(encounterId)

  async function writeAgain() {
    if (await editor.flush()) await redraft.mutateAsync()
  }

  return (
    <>
      <Group gap="xs" className={`${classes.toolbar ?? ''} screen-only`}>
        <TakeNote
          encounterId={encounterId}
          patientLabel={patientLabel}
          patient={patient}
          language={language}
          note={note}
          editor={editor}
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
      {redraft.error && <ProblemNotice error={redraft.error} />}
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
