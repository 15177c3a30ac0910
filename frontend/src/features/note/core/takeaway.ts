import { standingOf, type NoteDocument, type Section } from './document'

/** A note as it is taken out of the page: what it says, and what is to be known about it. */
export interface Takeaway {
  /** Stands above all else. */
  readonly warnings: readonly string[]
  readonly parts: readonly Part[]
}

export interface Part {
  readonly title: string
  readonly items: readonly Item[]
}

export interface Item {
  readonly text: string
  /** What is to be checked about it; nothing once the note is signed. */
  readonly caution?: string
}

/** The words around a note, in its own language. */
export interface Words {
  readonly partly: string
  readonly unsupported: string
}

export function takeawayOf(
  note: NoteDocument,
  words: Words,
  { warnings = [], signed = false }: { warnings?: readonly string[]; signed?: boolean } = {},
): Takeaway {
  return {
    warnings,
    parts: note.sections
      .map((section) => partOf(section, words, signed))
      .filter(({ items }) => items.length > 0),
  }
}

export function partOf(section: Section, words: Words, signed: boolean): Part {
  return {
    title: section.heading.title,
    items: section.lines
      .filter(({ text }) => text.trim() !== '')
      .map((line) => {
        const standing = signed ? 'verified' : standingOf(line)
        return {
          text: line.text,
          ...(standing === 'partly' ? { caution: words.partly } : {}),
          ...(standing === 'unsupported' ? { caution: words.unsupported } : {}),
        }
      }),
  }
}

/** Plain text as a record system wants it: no marks, one statement a line. */
export function textOf({ warnings, parts }: Takeaway): string {
  return [
    ...warnings,
    ...parts.map(({ title, items }) => [title, ...items.map(({ text }) => text)].join('\n')),
  ].join('\n\n')
}

/** The same with headings and lists, for what takes them. */
export function htmlOf({ warnings, parts }: Takeaway): string {
  return [
    ...warnings.map((warning) => `<p><strong>${escaped(warning)}</strong></p>`),
    ...parts.map(({ title, items }) => `<h3>${escaped(title)}</h3>${listOf(items)}`),
  ].join('')
}

/** A section alone goes under a heading that is there already. */
export function listOf(items: readonly Item[]): string {
  return `<ul>${items.map(({ text }) => `<li>${escaped(text)}</li>`).join('')}</ul>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
