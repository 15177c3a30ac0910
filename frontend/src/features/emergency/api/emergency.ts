import { useMutation, useQuery } from '@tanstack/react-query'

import { emergencyVisitsSchema, openingsSchema } from '@/contracts/access'
import { transcriptSchema } from '@/contracts/encounter'
import { workingNoteSchema, type WorkingNote } from '@/contracts/note'
import type { Api } from '@/lib/api'
import { kindOf, ProblemError } from '@/lib/problem'
import { useServices } from '@/lib/services'

export interface Emergency {
  readonly patientLabel: string
  readonly reason: string
}

export function useOpenInEmergency() {
  const { api } = useServices()
  return useMutation({
    mutationFn: (emergency: Emergency) =>
      api.post('/emergency-access', emergency, emergencyVisitsSchema),
  })
}

/** Who has opened a visit of one's own in an emergency. */
export function useOpenings(id: string) {
  const { api } = useServices()
  return useQuery({
    queryKey: ['openings', id],
    queryFn: () => api.get(`/encounters/${id}/emergency-access`, openingsSchema),
    staleTime: 60_000,
  })
}

/** What there is to read of a colleague's visit; asked anew, so that it closes when its time is over. */
export function useOpenedVisit(id: string) {
  const { api } = useServices()
  return useQuery({
    queryKey: ['opened', id],
    queryFn: async () => {
      const [transcript, note] = await Promise.all([
        api.get(`/encounters/${id}/transcript`, transcriptSchema),
        readNote(api, id),
      ])
      return { transcript, note }
    },
    gcTime: 0,
    refetchInterval: 60_000,
  })
}

async function readNote(api: Api, id: string): Promise<WorkingNote | undefined> {
  try {
    return await api.get(`/encounters/${id}/note`, workingNoteSchema)
  } catch (error) {
    if (error instanceof ProblemError && kindOf(error.problem) === 'no-note') return undefined
    throw error
  }
}
