import { z } from 'zod'

// The page's security policy allows no code made at run time, and a refused attempt is reported. A
// schema looks when it is made, so it is told here, before there can be any.
z.config({ jitless: true })

export { z }
