import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Encounter } from '@/contracts/encounter'
import type { Evidence, WorkingNote } from '@/contracts/note'
import { ConflictNotice } from '@/features/note/components/ConflictNotice'
import { NoteSection } from '@/features/note/components/NoteSection'
import { NoteToolbar } from '@/features/note/components/NoteToolbar'
import { Omissions } from '@/features/note/components/Omissions'
import { RecordMismatch } from '@/features/note/components/RecordMismatch'
import { SignBar } from '@/features/note/components/SignBar'
import { SignDialog } from '@/features/note/components/SignDialog'
import { SignedPart } from '@/features/note/components/SignedPart'
import type { LineActions } from '@/features/note/components/StatementLine'
import {
  accepted,
  added,
  edited,
  omissionDismissed,
  omissionInserted,
  openOmissions,
  removed,
  suggestionPutAway,
  suggestionTaken,
  unsupportedLines,
} from '@/features/note/core/document'
import { isStuck } from '@/features/note/core/editor'
import { useNoteEditor } from '@/features/note/hooks/useNoteEditor'
import { TranscriptPane } from '@/features/transcript/components/TranscriptPane'
import type { LiveTranscript } from '@/features/transcript/core/liveTranscript'
import { clipOf } from '@/features/transcript/core/clip'
import { useClipPlayer } from '@/features/transcript/hooks/useClipPlayer'
import type { Versioned } from '@/lib/api'
import { useServices } from '@/lib/services'
import { useReadable } from '@/lib/useReadable'

import classes from './NoteReview.module.css'

interface Props {
  readonly encounter: Encounter
  readonly note: Versioned<WorkingNote>
  readonly transcript: LiveTranscript
}

/** The note beside what was said. */
export function NoteReview({ encounter, note, transcript }: Props) {
  const { t } = useTranslation()
  const { id } = encounter
  const { person } = useServices()
  const editor = useNoteEditor(id, note)
  const player = useClipPlayer(id)
  const playing = useReadable(player.state, ({ clip }) => clip?.of)
  const paper = useRef<HTMLDivElement>(null)
  const document = useReadable(editor.state, (state) => state.note)
  const saving = useReadable(editor.state, (state) => state.saving)
  const [active, setActive] = useState<string>()
  const [signing, setSigning] = useState(false)
  const wide = useMediaQuery('(min-width: 62em)', true)
  const locked = note.body.signature !== undefined

  const actions = useMemo((): LineActions => {
    const play = (key: string, evidence: readonly Evidence[]) => {
      const clip = clipOf(transcript.state.get().segments, evidence)
      if (player.state.get().clip?.of === key) player.stop()
      else if (clip) void player.play({ ...clip, of: key })
    }
    return {
      edit: (key, text) => {
        editor.change((doc) => edited(doc, key, text), `edit ${key}`)
      },
      accept: (key) => {
        editor.change((doc) => accepted(doc, key))
      },
      remove: (key) => {
        editor.change((doc) => removed(doc, key))
      },
      take: (key) => {
        editor.change((doc) => suggestionTaken(doc, key))
      },
      putAway: (key) => {
        editor.change((doc) => suggestionPutAway(doc, key))
      },
      play,
      look: setActive,
    }
  }, [editor, player, transcript])

  const activeLine = document.sections
    .flatMap(({ lines }) => lines)
    .find(({ key }) => key === active)
  const highlight =
    activeLine?.use === 'suggestion'
      ? activeLine.known?.suggestion?.evidence
      : activeLine?.known?.evidence

  function step(by: number) {
    const lines = [...(paper.current?.querySelectorAll<HTMLElement>('[data-statement]') ?? [])]
    const at = lines.findIndex(({ dataset }) => dataset['statement'] === active)
    lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))]?.focus()
  }

  /** The first decision that is left: unsupported statements, then what was left out. */
  function next() {
    const [first] = unsupportedLines(document)
    const target = first
      ? paper.current?.querySelector<HTMLElement>(`[data-statement="${first.key}"]`)
      : paper.current?.querySelector<HTMLElement>('[data-open="true"] button')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }

  const ready = unsupportedLines(document).length + openOmissions(document).length === 0
  useHotkeys([
    [
      'j',
      () => {
        step(1)
      },
    ],
    [
      'k',
      () => {
        step(-1)
      },
    ],
    [
      'u',
      () => {
        editor.undo()
      },
    ],
    [
      's',
      () => {
        if (locked || isStuck(saving)) return
        if (ready) setSigning(true)
        else next()
      },
    ],
  ])

  return (
    <>
      <NoteToolbar
        encounterId={id}
        patientLabel={encounter.patientLabel}
        patient={encounter.patient}
        language={encounter.language}
        note={note.body}
        editor={editor}
      />
      {note.body.mismatch && <RecordMismatch mismatch={note.body.mismatch} />}
      {note.body.stale && !locked && <p className={classes.stale}>{t('note.stale')}</p>}
      {note.body.failure && !locked && <p className={classes.stale}>{t('note.againFailed')}</p>}
      <ConflictNotice editor={editor} />
      <div className={classes.panes}>
        <div>
          <div
            ref={paper}
            className={classes.paper}
            onMouseLeave={() => {
              setActive(undefined)
            }}
          >
            {!locked && <p className="print-only">{t('note.notSigned')}</p>}
            {document.sections.map((section) => (
              <NoteSection
                key={section.code}
                section={section}
                active={active}
                playing={playing}
                locked={locked}
                actions={actions}
                onAdd={() => {
                  const key = crypto.randomUUID()
                  editor.change((doc) => added(doc, section.code, { key, text: '' }))
                }}
              />
            ))}
            <Omissions
              omissions={document.omissions}
              locked={locked}
              playing={playing}
              onInsert={(omission) => {
                editor.change((doc) => omissionInserted(doc, omission, crypto.randomUUID()))
              }}
              onDismiss={(omission, reason) => {
                editor.change((doc) => omissionDismissed(doc, omission, reason))
              }}
              onPlay={actions.play}
            />
          </div>
          {locked ? (
            <SignedPart encounterId={id} note={note.body} />
          ) : (
            <SignBar
              editor={editor}
              onNext={next}
              onSign={() => {
                setSigning(true)
              }}
            />
          )}
        </div>
        <details className={`${classes.said ?? ''} screen-only`} open={wide}>
          <summary className={classes.summary}>{t('transcript.title')}</summary>
          <TranscriptPane
            encounterId={id}
            transcript={transcript}
            player={player}
            keyTerms={encounter.keyTerms}
            correctable={!locked}
            live={false}
            highlight={highlight}
            emptyText={t('transcript.empty')}
          />
        </details>
      </div>
      {signing && (
        <SignDialog
          encounterId={id}
          editor={editor}
          signer={person.name}
          onClose={() => {
            setSigning(false)
          }}
        />
      )}
    </>
  )
}
