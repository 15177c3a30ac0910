import { useEffect, useState } from 'react'

import { copyBoth } from '../api/clipboard'

const SHOWN_MS = 1_500

/** Copies, and says for a moment that it has, or why it could not. */
export function useCopy() {
  const [copied, setCopied] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => {
      setCopied(false)
    }, SHOWN_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])
  return {
    copied,
    failure,
    copy: (text: string, html: string) => {
      setFailure(undefined)
      copyBoth(text, html).then(() => {
        setCopied(true)
      }, setFailure)
    },
  }
}
