import { useQuery, useQueryClient } from '@tanstack/react-query'

import { openSpool } from '../core/spool'

const KEY = ['unfinished']

/** Recordings of which this device still holds something. */
export function useUnfinished() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => {
      const spool = await openSpool()
      return spool.unfinished()
    },
    // The device's own memory: no network, and another tab may change it.
    networkMode: 'always',
    refetchInterval: 5_000,
  })
}

export function useForgetUnfinished(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: KEY })
}
