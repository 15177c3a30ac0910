import type { Patient } from '@/contracts/encounter'

/** What is typed about a patient; empty where nothing is. */
export interface PatientDraft {
  readonly name: string
  readonly birthDate: string
  readonly sex: Sex | ''
  readonly number: string
  /** Whose number it is, as record systems name it. */
  readonly system: string
}

export type Sex = NonNullable<Patient['sex']>

export const SEXES: readonly Sex[] = ['female', 'male', 'other', 'unknown']

export const NOBODY: PatientDraft = { name: '', birthDate: '', sex: '', number: '', system: '' }

export function draftOf(patient: Patient | undefined): PatientDraft {
  return {
    name: patient?.name ?? '',
    birthDate: patient?.birthDate ?? '',
    sex: patient?.sex ?? '',
    number: patient?.identifier?.value ?? '',
    system: patient?.identifier?.system ?? '',
  }
}

export function patientOf({ name, birthDate, sex, number, system }: PatientDraft): Patient {
  return {
    ...(number.trim() || system.trim()
      ? {
          identifier: {
            ...(system.trim() ? { system: system.trim() } : {}),
            value: number.trim(),
          },
        }
      : {}),
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(birthDate ? { birthDate } : {}),
    ...(sex ? { sex } : {}),
  }
}

export function isSomebody(draft: PatientDraft): boolean {
  return Object.keys(patientOf(draft)).length > 0
}
