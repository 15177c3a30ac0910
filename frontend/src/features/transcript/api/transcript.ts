import { useMutation } from '@tanstack/react-query'

import { transcriptSchema, type SpeakerRole, type TranscriptView } from '@/contracts/encounter'
import { segmentSchema } from '@/contracts/socket'
import type { Api } from '@/lib/api'
import { useServices } from '@/lib/services'

export interface Correction {
  readonly segmentId: string
  readonly text?: string
  readonly speaker?: string
}

export function readTranscript(api: Api, id: string): Promise<TranscriptView> {
  return api.get(`/encounters/${id}/transcript`, transcriptSchema)
}

export function useCorrectSegment(id: string, onDone: () => void) {
  const { api } = useServices()
  return useMutation({
    mutationFn: ({ segmentId, ...change }: Correction) =>
      api.patch(
        `/encounters/${id}/transcript/segments/${encodeURIComponent(segmentId)}`,
        change,
        segmentSchema.partial(),
      ),
    onSuccess: onDone,
  })
}

export function useNameSpeaker(id: string, onDone: () => void) {
  const { api } = useServices()
  return useMutation({
    mutationFn: ({ speaker, role }: { speaker: string; role: SpeakerRole }) =>
      api.put(`/encounters/${id}/speakers/${encodeURIComponent(speaker)}`, { role }),
    onSuccess: onDone,
  })
}
