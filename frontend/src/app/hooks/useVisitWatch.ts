import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'

import type { Encounter } from '@/contracts/encounter'
import type { ServerFrame } from '@/contracts/socket'
import { encounterKey } from '@/features/encounters/api/encounters'
import { noteKey } from '@/features/note/api/note'
import { DraftInProgress } from '@/features/note/core/draftInProgress'
import { readTranscript } from '@/features/transcript/api/transcript'
import { LiveTranscript } from '@/features/transcript/core/liveTranscript'
import { Watch } from '@/features/transcript/core/watch'
import { useServices } from '@/lib/services'
import { openSocket } from '@/lib/socket'

/** What happens in a visit while a screen shows it: words, the note as it is written, its state. */
export function useVisitWatch(id: string) {
  const { api, config, identity } = useServices()
  const queries = useQueryClient()
  const transcript = useMemo(() => new LiveTranscript(() => readTranscript(api, id)), [api, id])
  const [draft] = useState(() => new DraftInProgress())
  const [drafted, setDrafted] = useState(0)

  useEffect(() => {
    // A draft is announced when it is written, the state when it is stored: only then it can be
    // read. A first reading under way would be joined, and may have come too early: it is begun anew.
    const readAgain = async () => {
      await queries.cancelQueries({ queryKey: noteKey(id) })
      void queries.invalidateQueries({ queryKey: noteKey(id) })
      void queries.invalidateQueries({ queryKey: encounterKey(id) })
    }
    const onFrame = (frame: ServerFrame) => {
      transcript.receive(frame)
      draft.receive(frame)
      if (frame.type === 'state') {
        queries.setQueryData(encounterKey(id), (known: Encounter | undefined) =>
          known ? { ...known, state: frame.state } : known,
        )
        void readAgain()
      }
      if (frame.type === 'note') {
        void readAgain()
        if (frame.outcome === 'drafted') setDrafted((count) => count + 1)
      }
    }
    const watch = new Watch({
      connect: async () => openSocket(config.socketUrl, id, await identity.accessToken()),
      onOpen: () => {
        void transcript.refresh()
        void readAgain()
      },
      onFrame,
    })
    watch.open()
    return () => {
      watch.close()
    }
  }, [config, draft, id, identity, queries, transcript])

  return { transcript, draft, drafted }
}
