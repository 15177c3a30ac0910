import { z } from 'zod'

// The page's security policy allows no code made at run time, and a refused attempt is reported.
z.config({ jitless: true })
