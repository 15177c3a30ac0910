import type { Word } from '@/contracts/socket'

const UNCERTAIN = 0.6
/** A wrong dose or medicine harms, so these are marked while there is little doubt. */
const UNCERTAIN_DOSE = 0.85
const A_FEW = 3
const DOSE =
  /\d|^(milligrams?|micrograms?|grams?|mg|mcg|ml|units?|tablets?|drops?|puffs?|miligramos?|microgramos?|gramos?|unidades|pastillas?|gotas?)\b/i

export function isUncertain(word: Word, keyTerms: readonly string[]): boolean {
  return word.confidence < (isCritical(word.text, keyTerms) ? UNCERTAIN_DOSE : UNCERTAIN)
}

/**
 * Most of it was guessed: another language, several voices at once, a microphone that cannot cope.
 * Single words tell for themselves.
 */
export function isBadlyHeard(words: readonly Word[]): boolean {
  const guessed = words.filter(({ confidence }) => confidence < UNCERTAIN).length
  return words.length >= A_FEW && guessed > words.length / 2
}

function isCritical(text: string, keyTerms: readonly string[]): boolean {
  const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return DOSE.test(text) || keyTerms.some((term) => term.toLowerCase().split(/\s+/).includes(bare))
}
