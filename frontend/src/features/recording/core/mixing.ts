/** So much of the energy of the louder channel has to be left of a mean, or it cancels. */
const LEFT_OVER = 0.1

/** One channel of several: their mean, or the loudest where they cancel each other out. */
export function mixed(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels
  if (!first || channels.length === 1) return first ?? new Float32Array()
  const mean = first.map(
    (_, i) => channels.reduce((sum, channel) => sum + (channel[i] ?? 0), 0) / channels.length,
  )
  const loudest = channels.reduce((one, other) => (energy(other) > energy(one) ? other : one))
  return energy(mean) < energy(loudest) * LEFT_OVER ? loudest : mean
}

function energy(sound: Float32Array): number {
  return sound.reduce((sum, value) => sum + value * value, 0)
}
