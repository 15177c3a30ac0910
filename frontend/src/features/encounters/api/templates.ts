import { useQuery } from '@tanstack/react-query'

import { templatesSchema } from '@/contracts/template'
import { useServices } from '@/lib/services'

/** The templates that a note can be written with; they change with a release only. */
export function useTemplates() {
  const { api } = useServices()
  return useQuery({
    queryKey: ['templates'],
    queryFn: async () => (await api.get('/templates', templatesSchema)).templates,
    staleTime: Infinity,
  })
}
