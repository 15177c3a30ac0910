import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { handedOverSchema, peopleSchema } from '@/contracts/access'
import type { Api } from '@/lib/api'
import { useServices } from '@/lib/services'

const PEOPLE = ['people']

export interface HandOver {
  readonly from: string
  readonly to: string
  readonly reason: string
}

export interface HandedOver {
  readonly moved: number
  readonly left: number
}

export function usePeople() {
  const { api } = useServices()
  return useQuery({
    queryKey: PEOPLE,
    queryFn: () => api.get('/administration/people', peopleSchema),
  })
}

export function useHandOver() {
  const { api } = useServices()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (order: HandOver) => handOverAll(api, order),
    onSettled: () => queries.invalidateQueries({ queryKey: PEOPLE }),
  })
}

/** A part at a time, until nothing moves any more: what is being recorded stays. */
async function handOverAll(api: Api, order: HandOver): Promise<HandedOver> {
  let moved = 0
  for (;;) {
    const part = await api.post('/administration/hand-overs', order, handedOverSchema)
    moved += part.moved
    if (part.moved === 0 || part.left === 0) return { moved, left: part.left }
  }
}
