import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'

import type { WorkingNote } from '@/contracts/note'
import type { Versioned } from '@/lib/api'
import { useServices } from '@/lib/services'

import { noteKey, readNote, saveNote } from '../api/note'
import { NoteEditor } from '../core/editor'

/** One editor for as long as the screen is open; newer notes reach it when nothing is unsaved. */
export function useNoteEditor(id: string, note: Versioned<WorkingNote>): NoteEditor {
  const { api } = useServices()
  const queries = useQueryClient()
  const editor = useMemo(
    () =>
      new NoteEditor(note, {
        read: () => readNote(api, id),
        save: (edit, etag) => saveNote(api, id, edit, etag),
        onNote: (newer) => queries.setQueryData(noteKey(id), newer),
      }),
    // The first note only: later ones are adopted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, id, queries],
  )
  useEffect(() => {
    editor.adopt(note)
  }, [editor, note])
  useEffect(
    () => () => {
      editor.close()
    },
    [editor],
  )
  return editor
}
