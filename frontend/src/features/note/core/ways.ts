import { z } from '@/contracts/zod'

/** How a note leaves the page. */
export const WAYS = ['copy', 'pdf', 'docx', 'markdown', 'fhir', 'print'] as const

export type Way = (typeof WAYS)[number]

const KEPT = 'medic-scribe.note-way'

/** What was chosen last, offered first. */
export function readWay(storage: Storage): Way {
  return z.enum(WAYS).catch('copy').parse(storage.getItem(KEPT))
}

export function keepWay(storage: Storage, way: Way): void {
  storage.setItem(KEPT, way)
}
