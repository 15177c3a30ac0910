import { z } from '@/contracts/zod'

/**
 * Where this page's installation is. One build serves every installation: its web server writes
 * `config.json` from the variables of the same names; a development build may bake them in.
 */
const configSchema = z.object({
  VITE_API_URL: z.string().default('/api'),
  VITE_WS_URL: z.string().default('/ws'),
  VITE_OIDC_ISSUER: z.string().optional(),
  VITE_OIDC_CLIENT_ID: z.string().default('medic-scribe'),
  VITE_OIDC_SCOPE: z.string().default('openid profile'),
  VITE_SUPABASE_URL: z.string().optional(),
  VITE_SUPABASE_ANON_KEY: z.string().optional(),
  VITE_LOCK_MINUTES: z.coerce.number().positive().max(60).default(12),
})

type Settings = z.infer<typeof configSchema>

export interface Config {
  readonly apiUrl: string
  readonly socketUrl: string
  readonly signIn: SignInConfig
  /** Without a hand on the page. */
  readonly lockAfterMs: number
}

export type SignInConfig =
  | {
      readonly kind: 'oidc'
      readonly issuer: string
      readonly clientId: string
      readonly scope: string
    }
  | { readonly kind: 'supabase'; readonly url: string; readonly anonKey: string }

export async function loadConfig(): Promise<Config> {
  const served: unknown = await fetch('/config.json')
    .then((response) => (response.ok ? response.json() : {}))
    .catch(() => ({}))
  const baked = Object.fromEntries(
    Object.entries(import.meta.env).filter(([, value]) => typeof value === 'string'),
  )
  return configOf(configSchema.parse({ ...baked, ...(served as object) }), window.location)
}

export function configOf(settings: Settings, page: { href: string }): Config {
  const socketUrl = new URL(settings.VITE_WS_URL, page.href)
  if (socketUrl.protocol === 'http:') socketUrl.protocol = 'ws:'
  if (socketUrl.protocol === 'https:') socketUrl.protocol = 'wss:'
  return {
    apiUrl: withoutSlash(new URL(settings.VITE_API_URL, page.href).href),
    socketUrl: withoutSlash(socketUrl.href),
    signIn: signInOf(settings),
    lockAfterMs: settings.VITE_LOCK_MINUTES * 60_000,
  }
}

function signInOf(settings: Settings): SignInConfig {
  if (settings.VITE_SUPABASE_URL && settings.VITE_SUPABASE_ANON_KEY) {
    return {
      kind: 'supabase',
      url: settings.VITE_SUPABASE_URL,
      anonKey: settings.VITE_SUPABASE_ANON_KEY,
    }
  }
  if (!settings.VITE_OIDC_ISSUER) {
    throw new Error('Set VITE_OIDC_ISSUER, or VITE_SUPABASE_URL and VITE_SUPABASE_ANON_KEY.')
  }
  return {
    kind: 'oidc',
    issuer: settings.VITE_OIDC_ISSUER,
    clientId: settings.VITE_OIDC_CLIENT_ID,
    scope: settings.VITE_OIDC_SCOPE,
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/$/, '')
}
