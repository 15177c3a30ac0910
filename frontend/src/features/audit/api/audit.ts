import { useInfiniteQuery } from '@tanstack/react-query'

import { auditPartSchema } from '@/contracts/audit'
import type { Api } from '@/lib/api'
import { saveFile } from '@/lib/saveFile'
import { useServices } from '@/lib/services'

/** What an auditor asks for: who saw a patient, or what a person did. */
export interface Question {
  readonly patient: string
  readonly person: string
  /** As in 2026-11-27; empty for any. */
  readonly from: string
}

export function useAudit(question: Question) {
  const { api } = useServices()
  return useInfiniteQuery({
    queryKey: ['audit', question],
    queryFn: ({ pageParam }) => ask(api, question, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (part) => part.next,
  })
}

/** A patient is asked for in a body: a label is no part of an address, which logs would keep. */
function ask(api: Api, { patient, person, from }: Question, before: number | undefined) {
  const bounds = {
    ...(from && { from: beginOf(from) }),
    ...(before !== undefined && { before: String(before) }),
  }
  if (patient) {
    return api.post('/audit/report', { patientLabel: patient, ...bounds }, auditPartSchema)
  }
  const parameters = new URLSearchParams({ ...(person && { person }), ...bounds })
  return api.get(`/audit?${parameters.toString()}`, auditPartSchema)
}

/** Who saw the patient, as a table for a spreadsheet. */
export async function downloadReport(api: Api, { patient, from }: Question): Promise<void> {
  const response = await api.fetch('/audit/report', {
    method: 'POST',
    headers: { Accept: 'text/csv', 'Content-Type': 'application/json' },
    body: JSON.stringify({ patientLabel: patient, ...(from && { from: beginOf(from) }) }),
  })
  saveFile(await response.blob(), 'access-report.csv')
}

function beginOf(day: string): string {
  return new Date(`${day}T00:00`).toISOString()
}
