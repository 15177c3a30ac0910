import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from '@/contracts/zod'

import {
  encounterPageSchema,
  encounterSchema,
  enginesSchema,
  type Encounter,
  type Patient,
} from '@/contracts/encounter'
import type { EncounterState } from '@/contracts/socket'
import type { Api } from '@/lib/api'
import { useServices } from '@/lib/services'

import type { Consent } from '../core/consent'
import { isKnown } from '../core/engines'

export interface NewEncounter {
  readonly patientLabel: string
  readonly visitType?: string
  readonly language: string
  /** Absent for the one that is written where nobody chooses. */
  readonly template?: string
  readonly keyTerms: readonly string[]
  readonly patient?: Patient
}

export interface Filter {
  readonly q: string
  readonly state: EncounterState | ''
  readonly from: string
}

export const encounterKey = (id: string) => ['encounter', id] as const
const LIST = 'encounters'
const UNDER_WAY: readonly EncounterState[] = ['recording', 'transcribing', 'drafting']
const SOON_MS = 5_000
const LATER_MS = 60_000

/** Travels in a body: a patient's label is no part of an address, which logs would keep. */
function query({ q, state, from }: Filter, cursor: string | undefined) {
  return {
    limit: '50',
    ...(q && { q }),
    ...(state && { state }),
    ...(from && { from: new Date(`${from}T00:00`).toISOString() }),
    ...(cursor && { cursor }),
  }
}

export function useEncounters(filter: Filter) {
  const { api } = useServices()
  return useInfiniteQuery({
    queryKey: [LIST, filter],
    queryFn: ({ pageParam }) =>
      api.post('/encounters/search', query(filter, pageParam), encounterPageSchema),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) => {
      const items = state.data?.pages.flatMap((page) => page.items) ?? []
      return items.some((item) => UNDER_WAY.includes(item.state)) ? SOON_MS : LATER_MS
    },
  })
}

export function useEncounter(id: string) {
  const { api } = useServices()
  return useQuery({
    queryKey: encounterKey(id),
    queryFn: () => readEncounter(api, id),
  })
}

export function readEncounter(api: Api, id: string): Promise<Encounter> {
  return api.get(`/encounters/${id}`, encounterSchema)
}

export function useEngines() {
  const { api } = useServices()
  return useQuery({
    queryKey: ['engines'],
    queryFn: () => api.get('/engines', enginesSchema),
    refetchInterval: ({ state }) => (isKnown(state.data) ? LATER_MS : SOON_MS),
  })
}

export function useCreateEncounter() {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (encounter: NewEncounter) => api.post('/encounters', encounter, encounterSchema),
    onSuccess: (created) => {
      queries.setQueryData(encounterKey(created.id), created)
      void queries.invalidateQueries({ queryKey: [LIST] })
    },
  })
}

/** All of it at once; nothing at all forgets who it was. */
export function useIdentify(id: string) {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (patient: Patient) => api.put(`/encounters/${id}/patient`, patient),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: encounterKey(id) })
      void queries.invalidateQueries({ queryKey: [LIST] })
    },
  })
}

export function useConsent() {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, consent }: { id: string; consent: Consent }) =>
      api.post(`/encounters/${id}/consent`, consent, z.unknown()),
    onSuccess: (_, { id }) => {
      void queries.invalidateQueries({ queryKey: encounterKey(id) })
      void queries.invalidateQueries({ queryKey: [LIST] })
    },
  })
}
