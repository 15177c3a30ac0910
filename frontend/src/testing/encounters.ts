import type { Encounter } from '@/contracts/encounter'

/** A visit as the gateway tells of it, with what a test does not care about filled in. */
export function anEncounter(change: Partial<Encounter>): Encounter {
  return {
    id: '0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10',
    patientLabel: 'Ana',
    language: 'en',
    template: 'soap',
    keyTerms: [],
    state: 'planned',
    createdAt: '2026-11-24T10:00:00Z',
    ...change,
  }
}
