import { useEffect, useMemo } from 'react'

import { useServices } from '@/lib/services'

import { ClipPlayer } from '../audio/clipPlayer'

export function useClipPlayer(encounterId: string): ClipPlayer {
  const { api } = useServices()
  const player = useMemo(() => new ClipPlayer(api, encounterId), [api, encounterId])
  useEffect(
    () => () => {
      player.close()
    },
    [player],
  )
  return player
}
