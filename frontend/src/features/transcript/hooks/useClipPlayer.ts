import { useEffect, useMemo } from 'react'

import { useServices } from '@/lib/services'

import { ClipPlayer } from '../audio/clipPlayer'

export function useClipPlayer(encounterId: string): ClipPlayer {
  const { api, lock } = useServices()
  const player = useMemo(() => new ClipPlayer(api, encounterId), [api, encounterId])
  useEffect(
    () => () => {
      player.close()
    },
    [player],
  )
  useEffect(
    () =>
      lock.subscribe(() => {
        if (lock.get() === 'locked') player.stop()
      }),
    [lock, player],
  )
  return player
}
