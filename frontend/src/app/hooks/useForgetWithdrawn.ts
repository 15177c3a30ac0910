import { useEffect } from 'react'

import type { Encounter } from '@/contracts/encounter'
import { useUploads } from '@/features/files/hooks/uploads'
import { useRecordings } from '@/features/recording/hooks/recordings'

/** What this device keeps of a visit goes too when its consent is withdrawn, here or elsewhere. */
export function useForgetWithdrawn({ id, state }: Encounter): void {
  const recordings = useRecordings()
  const uploads = useUploads()
  useEffect(() => {
    if (state !== 'withdrawn') return
    void recordings.discard(id)
    void uploads.discard(id)
  }, [id, state, recordings, uploads])
}
