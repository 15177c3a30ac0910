import type { Word } from '@/contracts/socket'

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
