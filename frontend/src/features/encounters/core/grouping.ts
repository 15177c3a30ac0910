import type { Encounter } from '@/contracts/encounter'

export interface Group {
  /** `needs-you`, or the day as the device sees it. */
  readonly key: string
  readonly day: string | undefined
  readonly encounters: readonly Encounter[]
}

/** Whatever waits for the clinician comes first, the rest by day; each newest first as it came. */
export function grouped(encounters: readonly Encounter[]): Group[] {
  const waiting = encounters.filter(needsClinician)
  const days = new Map<string, Encounter[]>()
  for (const encounter of encounters) {
    if (needsClinician(encounter)) continue
    const key = new Date(encounter.createdAt).toDateString()
    days.set(key, [...(days.get(key) ?? []), encounter])
  }
  const byDay = [...days].map(([key, list]) => ({
    key,
    day: list[0]?.createdAt,
    encounters: list,
  }))
  return waiting.length > 0
    ? [{ key: 'needs-you', day: undefined, encounters: waiting }, ...byDay]
    : byDay
}

export function needsClinician({ state }: Encounter): boolean {
  return state === 'review' || state === 'needs-attention'
}

/** What still has to be decided before the note can be signed. */
export function openItems({ review }: Encounter): number {
  return review ? review.unsupported + review.omissions : 0
}

export function lengthOf({ coverage }: Encounter): number {
  return coverage?.recordedSamples ?? coverage?.storedSamples ?? 0
}

/** Where a click on the visit leads. */
export function pathOf({ id, state }: Encounter): string {
  return state === 'review' || state === 'signed' ? `/visits/${id}/note` : `/visits/${id}`
}
