import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from '@/contracts/zod'

import {
  addendumSchema,
  noteVersionSchema,
  noteVersionsSchema,
  signatureSchema,
  workingNoteSchema,
  type NoteEdit,
  type WorkingNote,
} from '@/contracts/note'
import type { Api, Versioned } from '@/lib/api'
import { ProblemError } from '@/lib/problem'
import { saveFile } from '@/lib/saveFile'
import { useServices } from '@/lib/services'

export const noteKey = (id: string) => ['note', id] as const
const versionsKey = (id: string) => [...noteKey(id), 'versions'] as const

/** The working note, or `null` while there is none. */
export function useNote(id: string) {
  const { api } = useServices()
  return useQuery({
    queryKey: noteKey(id),
    queryFn: async () => {
      try {
        return await readNote(api, id)
      } catch (error) {
        if (error instanceof ProblemError && error.kind === 'no-note') return null
        throw error
      }
    },
  })
}

export function readNote(api: Api, id: string): Promise<Versioned<WorkingNote>> {
  return api.getVersioned(`/encounters/${id}/note`, workingNoteSchema)
}

export function saveNote(
  api: Api,
  id: string,
  edit: NoteEdit,
  etag: string,
): Promise<Versioned<WorkingNote>> {
  return api.putVersioned(`/encounters/${id}/note`, edit, etag, workingNoteSchema)
}

export function useVersions(id: string) {
  const { api } = useServices()
  return useQuery({
    queryKey: versionsKey(id),
    queryFn: () => api.get(`/encounters/${id}/notes`, noteVersionsSchema),
  })
}

/** A version never changes. */
export function useVersion(id: string, version: number | undefined) {
  const { api } = useServices()
  return useQuery({
    queryKey: [...versionsKey(id), version],
    queryFn: () => api.get(`/encounters/${id}/notes/${String(version)}`, noteVersionSchema),
    enabled: version !== undefined && version > 0,
    staleTime: Infinity,
  })
}

export function useRedraft(id: string) {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      api.post(`/encounters/${id}/notes`, {}, z.object({ noteRequestId: z.string() })),
    onSuccess: () => queries.invalidateQueries({ queryKey: noteKey(id) }),
  })
}

/** An empty note, where none could be drafted. */
export function useWriteByHand(id: string) {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      api.putNew(`/encounters/${id}/note`, { sections: [], omissions: [] }, workingNoteSchema),
    onSuccess: (written) => {
      queries.setQueryData(noteKey(id), written)
    },
    // Somebody was quicker: there is a note now.
    onError: () => queries.invalidateQueries({ queryKey: noteKey(id) }),
  })
}

export function useSign(id: string) {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ attestation, etag }: { attestation: string; etag: string }) =>
      api.post(`/encounters/${id}/note/signature`, { attestation }, signatureSchema, etag),
    onSettled: () => queries.invalidateQueries({ queryKey: noteKey(id) }),
  })
}

export function useAddendum(id: string) {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (text: string) =>
      api.post(`/encounters/${id}/note/addenda`, { text }, addendumSchema),
    onSuccess: () => queries.invalidateQueries({ queryKey: noteKey(id) }),
  })
}

const FILES = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  markdown: { type: 'text/markdown', ending: 'md' },
  fhir: { type: 'application/fhir+json', ending: 'fhir.json' },
} as const

/** Keeps the note as a file of this device. */
export async function downloadNote(
  api: Api,
  id: string,
  as: keyof typeof FILES,
  name: string,
): Promise<void> {
  const { type, ending } = FILES[as]
  const response = await api.fetch(`/encounters/${id}/note`, {
    headers: { Accept: `${type}, application/problem+json` },
  })
  saveFile(await response.blob(), `${name}.${ending}`)
}
