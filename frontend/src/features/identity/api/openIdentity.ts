import type { Config } from '@/lib/config'

import type { Identity } from '@/lib/identity'
import { OidcIdentity } from '../core/oidcIdentity'

/** The sign-in of this installation; Supabase's client is loaded only where it is used. */
export async function openIdentity(config: Config): Promise<Identity> {
  const { signIn } = config
  switch (signIn.kind) {
    case 'oidc':
      return new OidcIdentity(signIn.issuer, signIn.clientId, signIn.scope, window.location.origin)
    case 'supabase': {
      const [{ createClient }, { SupabaseIdentity }] = await Promise.all([
        import('@supabase/supabase-js'),
        import('../core/supabaseIdentity'),
      ])
      return new SupabaseIdentity(
        createClient(signIn.url, signIn.anonKey, {
          auth: { storage: sessionStorage, autoRefreshToken: true, persistSession: true },
        }),
      )
    }
  }
}
