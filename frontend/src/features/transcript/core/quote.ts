import type { Word } from '@/contracts/socket'

/** Words of a segment that a statement rests on. */
export interface Quotation {
  readonly segment: string
  readonly quote: string
}

/** Of each segment, all that is quoted of it. */
export function quotesBySegment(
  quotations: readonly Quotation[],
): ReadonlyMap<string, readonly string[]> {
  const quotes = new Map<string, string[]>()
  for (const { segment, quote } of quotations) {
    quotes.set(segment, [...(quotes.get(segment) ?? []), quote])
  }
  return quotes
}

/** Which of the words belong to one of the quotes. */
export function isQuoted(words: readonly Word[], quotes: readonly string[]): readonly boolean[] {
  const runs = quotes.flatMap((quote) => quotedWords(words, quote) ?? [])
  return words.map((_, i) => runs.some(({ first, last }) => first <= i && i <= last))
}

/** The run of words that a quote is made of, by their places; undefined when it is not there. */
export function quotedWords(
  words: readonly Word[],
  quote: string,
): { readonly first: number; readonly last: number } | undefined {
  const wanted = bare(quote)
  if (wanted === '') return undefined
  for (let first = 0; first < words.length; first++) {
    let said = ''
    for (let last = first; last < words.length; last++) {
      said += bare(words[last]?.text ?? '')
      if (said === wanted) return { first, last }
      if (!wanted.startsWith(said)) break
    }
  }
  return undefined
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
