import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'

import { holdVisit } from '@/features/recording/audio/locks'
import type { Api } from '@/lib/api'
import { useServices } from '@/lib/services'
import { Store, type Readable } from '@/lib/store'
import { useReadable } from '@/lib/useReadable'

import { forgetRead, readFiles } from '../audio/readFiles'
import { FileUpload } from '../core/fileUpload'
import { openShelf, type KeptFiles } from '../core/keptFiles'

/** The files that this tab brings to the gateway, by their visit, wherever the clinician is. */
export interface Uploads {
  readonly running: Readable<ReadonlyMap<string, FileUpload>>
  /** False when another tab of this browser already sends them. */
  begin(encounterId: string, files: readonly File[]): Promise<boolean>
  /** In place of those that are not taken. */
  replace(encounterId: string, files: readonly File[]): Promise<void>
  discard(encounterId: string): Promise<void>
}

const UploadsContext = createContext<Uploads | undefined>(undefined)
const KEPT = ['kept-files']

export function UploadsProvider({ children }: { readonly children: ReactNode }) {
  const { api, person } = useServices()
  const queries = useQueryClient()
  const uploads = useMemo(
    () => new TabUploads(api, person.id, () => void queries.invalidateQueries({ queryKey: KEPT })),
    [api, person, queries],
  )
  useEffect(() => {
    const askBeforeLeaving = (event: BeforeUnloadEvent) => {
      const states = [...uploads.running.get().values()].map(({ state }) => state.get().kind)
      if (states.some((kind) => kind === 'reading' || kind === 'sending')) event.preventDefault()
    }
    window.addEventListener('beforeunload', askBeforeLeaving)
    return () => {
      window.removeEventListener('beforeunload', askBeforeLeaving)
    }
  }, [uploads])
  return <UploadsContext value={uploads}>{children}</UploadsContext>
}

export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext)
  if (!uploads) throw new Error('outside the signed-in page')
  return uploads
}

/** The upload of this visit in this tab, if there is one. */
export function useFileUpload(encounterId: string): FileUpload | undefined {
  const { running } = useUploads()
  return useReadable(running, (uploads) => uploads.get(encounterId))
}

/** Files that were chosen on this device and are not sent; of others' only how many. */
export function useKeptFiles() {
  const { person } = useServices()
  return useQuery({
    queryKey: [...KEPT, person.id],
    queryFn: async (): Promise<{ own: KeptFiles[]; others: number }> => {
      const shelf = await openShelf(person.id)
      return { own: await shelf.all(), others: await shelf.othersKept() }
    },
    networkMode: 'always',
  })
}

class TabUploads implements Uploads {
  readonly running = new Store<ReadonlyMap<string, FileUpload>>(new Map())
  readonly #api: Api
  readonly #person: string
  readonly #onChange: () => void
  /** Lets other tabs send this visit. */
  readonly #releases = new Map<string, () => void>()

  constructor(api: Api, person: string, onChange: () => void) {
    this.#api = api
    this.#person = person
    this.#onChange = onChange
  }

  async begin(encounterId: string, files: readonly File[]): Promise<boolean> {
    const release = await holdVisit(encounterId)
    if (!release) return false
    this.#releases.set(encounterId, release)
    await this.replace(encounterId, files)
    return true
  }

  async replace(encounterId: string, files: readonly File[]): Promise<void> {
    const shelf = await openShelf(this.#person)
    await shelf.keep({ encounterId, files })
    const upload = new FileUpload({
      files,
      decode: (all, onShare) => readFiles(encounterId, all, onShare),
      send: (body, type, onShare) =>
        this.#api.upload(`/encounters/${encounterId}/audio`, body, type, onShare),
      forget: () => this.#forget(encounterId),
    })
    this.running.set(new Map(this.running.get()).set(encounterId, upload))
    this.#onChange()
    const unsubscribe = upload.state.subscribe(() => {
      if (upload.state.get().kind !== 'sent') return
      unsubscribe()
      this.#releases.get(encounterId)?.()
      this.#releases.delete(encounterId)
      const left = new Map(this.running.get())
      left.delete(encounterId)
      this.running.set(left)
      this.#onChange()
    })
    void upload.run()
  }

  async discard(encounterId: string): Promise<void> {
    const upload = this.running.get().get(encounterId)
    if (upload) await upload.discard()
    else await this.#forget(encounterId)
    this.#onChange()
  }

  async #forget(encounterId: string): Promise<void> {
    const shelf = await openShelf(this.#person)
    await shelf.remove(encounterId)
    await forgetRead(encounterId)
  }
}
