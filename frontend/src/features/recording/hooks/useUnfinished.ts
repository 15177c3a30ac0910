import { useQuery, useQueryClient } from '@tanstack/react-query'

import { saveFile } from '@/lib/saveFile'
import { useServices } from '@/lib/services'

import { visitsHeld } from '../audio/locks'
import { isOverdue } from '../core/age'
import { tailFrom } from '../core/frame'
import { openSpool, type SpooledRecording } from '../core/spool'
import { wavOf } from '../core/wav'

const KEY = ['unfinished']

export interface Unfinished extends SpooledRecording {
  /** Some tab of this browser records or sends it now. */
  readonly isHeld: boolean
}

export interface OnThisDevice {
  readonly own: readonly Unfinished[]
  /** False when the key is gone which the own ones were encrypted with. */
  readonly readable: boolean
  /** Of how many recordings of other people something is kept; no more is told of them. */
  readonly others: number
}

/** Recordings of which this device still holds something; what is overdue is deleted on the way. */
export function useUnfinished() {
  const { person } = useServices()
  return useQuery({
    queryKey: [...KEY, person.id],
    queryFn: async (): Promise<OnThisDevice> => {
      const spool = await openSpool(person.id)
      const isHeld = await visitsHeld()
      for (const kept of await spool.unfinished()) {
        if (!isHeld(kept.encounterId) && isOverdue(kept, Date.now())) {
          await spool.expire(kept.encounterId)
        }
      }
      return {
        own: (await spool.unfinished()).map((kept) => ({
          ...kept,
          isHeld: isHeld(kept.encounterId),
        })),
        readable: await spool.isReadable(),
        others: await spool.othersKept(),
      }
    },
    // The device's own memory: no network, and another tab may change it.
    networkMode: 'always',
    refetchInterval: 5_000,
  })
}

/** What was not sent of a recording, as a file of this device. */
export function useDownloadKept() {
  const { person } = useServices()
  return async ({ encounterId, acknowledged }: SpooledRecording, name: string) => {
    const spool = await openSpool(person.id)
    const frames = await spool.read(encounterId, acknowledged, Infinity)
    saveFile(wavOf(frames.flatMap((frame) => tailFrom(frame, acknowledged) ?? [])), `${name}.wav`)
  }
}

/** Its owner reads now that it is too old to stay. */
export function useWarnOfAge(): (encounterId: string) => void {
  const { person } = useServices()
  const queries = useQueryClient()
  return (encounterId) => {
    void openSpool(person.id)
      .then((spool) => spool.warn(encounterId))
      .then(() => queries.invalidateQueries({ queryKey: KEY }))
  }
}

export function useForgetUnfinished(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: KEY })
}
