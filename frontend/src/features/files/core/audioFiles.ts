/** What phones, dictation machines and meetings leave; a chooser that hides a type refuses it. */
export const CHOOSABLE = [
  'audio/*',
  'video/mp4',
  'video/webm',
  'video/quicktime',
  ...[
    'wav',
    'm4a',
    'mp4',
    'mov',
    'mp3',
    'aac',
    'ogg',
    'oga',
    'opus',
    'webm',
    'flac',
    'amr',
    '3gp',
    'caf',
  ].map((ending) => `.${ending}`),
].join(',')

const WAV = /^audio\/(x-|vnd\.)?wave?$/

/** One of these goes as it is: how a WAV file is read is decided in one place, at the gateway. */
export function isWav({ type, name }: { readonly type: string; readonly name: string }): boolean {
  return WAV.test(type) || /\.wav$/i.test(name)
}

/** What a file is said to be where this browser cannot read it. */
export function typeOf(file: { readonly type: string; readonly name: string }): string {
  if (isWav(file)) return 'audio/wav'
  return file.type === '' ? 'application/octet-stream' : file.type
}

/** As they were recorded: by their time, and by their name where a copy has lost it. */
export function inOrder(files: readonly File[]): readonly File[] {
  return [...files].sort(
    (one, other) =>
      one.lastModified - other.lastModified ||
      one.name.localeCompare(other.name, undefined, { numeric: true }),
  )
}
