import { useQuery, useQueryClient } from '@tanstack/react-query'

import { saveFile } from '@/lib/saveFile'

import { visitsHeld } from '../audio/locks'
import { tailFrom } from '../core/frame'
import { openSpool, type SpooledRecording } from '../core/spool'
import { wavOf } from '../core/wav'

const KEY = ['unfinished']

export interface Unfinished extends SpooledRecording {
  /** Some tab of this browser records or sends it now. */
  readonly isHeld: boolean
}

/** Recordings of which this device still holds something. */
export function useUnfinished() {
  return useQuery({
    queryKey: KEY,
    queryFn: async (): Promise<Unfinished[]> => {
      const spool = await openSpool()
      const isHeld = await visitsHeld()
      return (await spool.unfinished()).map((kept) => ({
        ...kept,
        isHeld: isHeld(kept.encounterId),
      }))
    },
    // The device's own memory: no network, and another tab may change it.
    networkMode: 'always',
    refetchInterval: 5_000,
  })
}

/** What was not sent of a recording, as a file of this device. */
export async function downloadKept({ encounterId, acknowledged }: SpooledRecording, name: string) {
  const spool = await openSpool()
  const frames = await spool.read(encounterId, acknowledged, Infinity)
  saveFile(wavOf(frames.flatMap((frame) => tailFrom(frame, acknowledged) ?? [])), `${name}.wav`)
}

export function useForgetUnfinished(): () => void {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries({ queryKey: KEY })
}
