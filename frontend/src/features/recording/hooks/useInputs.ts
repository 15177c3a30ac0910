import { useEffect, useState } from 'react'

export interface Input {
  readonly deviceId: string
  readonly label: string
}

/** The microphones of this device; their names are known once one of them was allowed. */
export function useInputs(): readonly Input[] {
  const [inputs, setInputs] = useState<readonly Input[]>([])
  useEffect(() => {
    // Absent where a page may not use microphones at all.
    const media = navigator.mediaDevices as MediaDevices | undefined
    if (!media) return
    let here = true
    const read = () => {
      void media.enumerateDevices().then((devices) => {
        if (!here) return
        setInputs(
          devices
            .filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== '')
            .map(({ deviceId, label }) => ({ deviceId, label })),
        )
      })
    }
    read()
    media.addEventListener('devicechange', read)
    return () => {
      here = false
      media.removeEventListener('devicechange', read)
    }
  }, [])
  return inputs
}
