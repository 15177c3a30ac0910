import type { SpooledRecording } from './spool'

const DAY_MS = 86_400_000

/** So old, what is kept gets its owner's attention: it should have been sent long ago. */
export const OLD_AFTER_DAYS = 30
/** So long after its owner was first told, and never before that, its sound is deleted. */
export const GRACE_DAYS = 7

type Aged = Pick<SpooledRecording, 'startedAt' | 'warnedAt' | 'expired'>

export function isOld(kept: Aged, now: number): boolean {
  return now - Date.parse(kept.startedAt) > OLD_AFTER_DAYS * DAY_MS
}

/** By the date, when its sound is going to be deleted; undefined as long as nobody was told. */
export function deletedAt(kept: Aged): number | undefined {
  return kept.warnedAt === undefined ? undefined : kept.warnedAt + GRACE_DAYS * DAY_MS
}

export function isOverdue(kept: Aged, now: number): boolean {
  const due = deletedAt(kept)
  return !kept.expired && due !== undefined && isOld(kept, now) && now > due
}
