import { z } from '@/contracts/zod'

const defaultsSchema = z.object({
  visitType: z.string().catch(''),
  language: z.string().catch('en'),
  template: z.string().catch(''),
  keyTerms: z.string().catch(''),
})

/** What the clinician chose for the last visit, offered for the next. */
export type Defaults = z.infer<typeof defaultsSchema>

const PREFIX = 'medic-scribe.visit-defaults'
const keptAs = (person: string) => `${PREFIX}.${person}`
const NONE: Defaults = { visitType: '', language: 'en', template: '', keyTerms: '' }

export function readDefaults(storage: Storage, person: string): Defaults {
  try {
    return defaultsSchema.parse(JSON.parse(storage.getItem(keptAs(person)) ?? '{}'))
  } catch {
    return NONE
  }
}

export function keepDefaults(storage: Storage, person: string, defaults: Defaults): void {
  storage.setItem(keptAs(person), JSON.stringify(defaults))
}

/** What somebody listened for may name a patient; nothing of it stays when they sign out. */
export function forgetDefaults(storage: Storage, person: string): void {
  storage.removeItem(keptAs(person))
}

/** Terms as they are typed: separated by commas or line ends. */
export function termsOf(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term.length > 0)
}
