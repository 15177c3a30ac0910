const ALGORITHM = 'AES-GCM'
const IV_BYTES = 12

export interface Sealed {
  readonly iv: Uint8Array
  readonly sound: ArrayBuffer
}

/** A key that works in this browser only: nothing, this page neither, can read its bytes. */
export function makeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Encrypts samples; they open again only with the same key and bond. */
export async function sealed(key: CryptoKey, bond: string, pcm: Int16Array): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const samples = new Int16Array(pcm)
  return { iv, sound: await crypto.subtle.encrypt(parameters(iv, bond), key, samples) }
}

/** The samples, or nothing where they were changed or belong to another key or bond. */
export async function opened(
  key: CryptoKey,
  bond: string,
  iv: Uint8Array,
  sound: ArrayBuffer,
): Promise<Int16Array | undefined> {
  try {
    return new Int16Array(await crypto.subtle.decrypt(parameters(iv, bond), key, sound))
  } catch {
    return undefined
  }
}

function parameters(iv: Uint8Array, bond: string): AesGcmParams {
  return {
    name: ALGORITHM,
    iv: new Uint8Array(iv),
    additionalData: new TextEncoder().encode(bond),
  }
}
