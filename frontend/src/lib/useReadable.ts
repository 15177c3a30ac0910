import { useSyncExternalStore } from 'react'

import type { Readable } from './store'

/** Renders again when what `select` picks has changed; it must pick a primitive or a stored object. */
export function useReadable<T, S>(store: Readable<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
