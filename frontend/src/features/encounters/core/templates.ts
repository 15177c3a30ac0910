import type { Encounter } from '@/contracts/encounter'
import { titleIn, type Template } from '@/contracts/template'

/** Mixed talk is written up in English. */
export function noteLanguage(spoken: string): string {
  return spoken === 'multi' ? 'en' : spoken
}

/** The one that was chosen, as long as there is one of that name; else the first. */
export function chosenTemplate(
  id: string,
  templates: readonly Template[] | undefined,
): Template | undefined {
  return templates?.find((template) => template.id === id) ?? templates?.[0]
}

/** What the note of a visit will be divided into. */
export function outlineOf(
  { template, language }: Pick<Encounter, 'template' | 'language'>,
  templates: readonly Template[] | undefined,
) {
  const sections = chosenTemplate(template, templates)?.sections ?? []
  return sections.map(({ code, title }) => ({
    code,
    title: titleIn(title, noteLanguage(language)),
  }))
}
