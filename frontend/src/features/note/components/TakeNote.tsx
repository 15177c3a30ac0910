import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import {
  type Icon,
  IconBraces,
  IconCheck,
  IconChevronDown,
  IconCopy,
  IconFileText,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconPrinter,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { Patient } from '@/contracts/encounter'
import { nameOf, type WorkingNote } from '@/contracts/note'
import { saveFile } from '@/lib/saveFile'
import { useServices } from '@/lib/services'
import { dateAndTime } from '@/lib/time'
import { useReadable } from '@/lib/useReadable'
import { useTextsIn } from '@/lib/useTextsIn'

import { downloadNote } from '../api/note'
import type { NoteEditor } from '../core/editor'
import { htmlOf, takeawayOf, textOf } from '../core/takeaway'
import { keepWay, readWay, WAYS, type Way } from '../core/ways'
import { useCopy } from '../hooks/useCopy'

import classes from './NoteToolbar.module.css'

interface Props {
  readonly encounterId: string
  readonly patientLabel: string
  readonly patient: Patient | undefined
  /** What was spoken; what is taken has its headings in it. */
  readonly language: string
  readonly note: WorkingNote
  readonly editor: NoteEditor
}

const SIGNS: Record<Way, Icon> = {
  copy: IconCopy,
  pdf: IconFileTypePdf,
  docx: IconFileTypeDocx,
  markdown: IconFileText,
  fhir: IconBraces,
  print: IconPrinter,
}

/** The one place from which a note leaves the page; the way that was taken last stands first. */
export function TakeNote({ encounterId, patientLabel, patient, language, note, editor }: Props) {
  const { t } = useTranslation()
  // Mixed talk is written up in English.
  const noteLanguage = language === 'multi' ? 'en' : language
  const texts = useTextsIn(noteLanguage)
  const { api } = useServices()
  const [way, setWay] = useState(() => readWay(localStorage))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const { copied, failure: notCopied, copy } = useCopy()
  const document = useReadable(editor.state, (state) => state.note)
  const { signature } = note

  function taken() {
    return takeawayOf(
      document,
      {
        partly: texts('standing.partly'),
        unsupported: texts('standing.unsupported'),
      },
      {
        warnings: note.mismatch ? [texts('mismatch.sentence')] : [],
        signed: signature !== undefined,
      },
    )
  }

  async function word() {
    const { docxOf } = await import('../api/docx')
    const file = await docxOf(taken(), {
      title: note.note.form?.title ?? t('note.title'),
      language: noteLanguage,
      lines: [
        [patientLabel, patient?.name, patient?.birthDate, patient?.identifier?.value]
          .filter(Boolean)
          .join(' · '),
        signature
          ? texts('signed.by', {
              name: nameOf(signature.by),
              time: dateAndTime(signature.at, noteLanguage),
            })
          : texts('note.notSigned'),
        ...note.addenda.flatMap((addendum) => [
          texts('signed.addendum', {
            name: nameOf(addendum.by),
            time: dateAndTime(addendum.at, noteLanguage),
          }),
          addendum.text,
        ]),
      ],
    })
    saveFile(file, `${patientLabel}.docx`)
  }

  async function take(by: Way): Promise<void> {
    switch (by) {
      case 'copy': {
        const whole = taken()
        copy(textOf(whole), htmlOf(whole))
        return
      }
      case 'print':
        window.print()
        return
      case 'docx':
        await word()
        return
      case 'pdf':
      case 'markdown':
      case 'fhir':
        await editor.flush()
        await downloadNote(api, encounterId, by, patientLabel)
    }
  }

  function choose(by: Way) {
    setWay(by)
    keepWay(localStorage, by)
    setFailure(undefined)
    setBusy(true)
    take(by)
      .catch(setFailure)
      .finally(() => {
        setBusy(false)
      })
  }

  const label = copied ? t('note.copied') : t(`note.ways.${way}`)
  const Sign = copied ? IconCheck : SIGNS[way]
  const problem = failure ?? notCopied
  return (
    <>
      <Group gap={0} wrap="nowrap">
        <Button
          size="sm"
          variant="default"
          loading={busy}
          classNames={{ root: classes.action, section: classes.sign, label: classes.label }}
          leftSection={<Sign aria-hidden size="1.125rem" />}
          aria-label={label}
          onClick={() => {
            choose(way)
          }}
        >
          {label}
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size="input-sm" aria-label={t('note.ways.more')}>
              <IconChevronDown aria-hidden size="1.125rem" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('note.ways.title')}</Menu.Label>
            {WAYS.map((each) => {
              const Own = SIGNS[each]
              return (
                <Menu.Item
                  key={each}
                  leftSection={<Own aria-hidden size="1.125rem" />}
                  onClick={() => {
                    choose(each)
                  }}
                >
                  {t(`note.ways.${each}`)}
                </Menu.Item>
              )
            })}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {problem != null && <ProblemNotice error={problem} />}
    </>
  )
}
