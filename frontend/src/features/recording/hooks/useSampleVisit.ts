import { useQuery } from '@tanstack/react-query'

import { SAMPLE_VISIT } from '../audio/sampleVisit'

/** Whether this installation serves the sample visit; one without it does not offer it. */
export function useSampleVisit(): boolean {
  const { data } = useQuery({
    queryKey: ['sample-visit'],
    queryFn: async () => {
      // Its first byte tells; not every web server names the type of a file when asked with HEAD.
      const response = await fetch(SAMPLE_VISIT, { headers: { Range: 'bytes=0-0' } })
      void response.body?.cancel()
      return response.ok && (response.headers.get('Content-Type') ?? '').startsWith('audio/')
    },
    staleTime: Infinity,
  })
  return data ?? false
}
