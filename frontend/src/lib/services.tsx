import { createContext, useContext } from 'react'

import type { Identity, LockState, Person } from './identity'

import type { Api } from './api'
import type { Config } from './config'
import type { Readable } from './store'

/** What every screen may use; made once, when the page starts. */
export interface Services {
  readonly api: Api
  readonly config: Config
  readonly identity: Identity
  readonly person: Person
  /** Whether nobody has touched the page for so long that it is hidden. */
  readonly lock: Readable<LockState>
  /** Leaves nothing of the person in this tab but what is not sent yet. */
  readonly signOut: () => void
}

export const ServicesContext = createContext<Services | undefined>(undefined)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('a screen outside the signed-in page')
  return services
}
