import { createContext, useContext } from 'react'

import type { Identity, Person } from './identity'

import type { Api } from './api'
import type { Config } from './config'

/** What every screen may use; made once, when the page starts. */
export interface Services {
  readonly api: Api
  readonly config: Config
  readonly identity: Identity
  readonly person: Person
}

export const ServicesContext = createContext<Services | undefined>(undefined)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('a screen outside the signed-in page')
  return services
}
