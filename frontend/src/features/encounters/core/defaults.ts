import { z } from '@/contracts/zod'

const defaultsSchema = z.object({
  visitType: z.string().catch(''),
  language: z.string().catch('en'),
  template: z.string().catch(''),
  keyTerms: z.string().catch(''),
})

/** What the clinician chose for the last visit, offered for the next. */
export type Defaults = z.infer<typeof defaultsSchema>

const KEPT = 'medic-scribe.visit-defaults'
const NONE: Defaults = { visitType: '', language: 'en', template: '', keyTerms: '' }

export function readDefaults(storage: Storage): Defaults {
  try {
    return defaultsSchema.parse(JSON.parse(storage.getItem(KEPT) ?? '{}'))
  } catch {
    return NONE
  }
}

export function keepDefaults(storage: Storage, defaults: Defaults): void {
  storage.setItem(KEPT, JSON.stringify(defaults))
}

/** Terms as they are typed: separated by commas or line ends. */
export function termsOf(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((term) => term.trim())
    .filter((term) => term.length > 0)
}
