/** From the page to the worker that decodes files into one; the name is that of the result. */
export interface ToReader {
  readonly files: readonly File[]
  readonly name: string
}

/** From that worker to the page. */
export type FromReader =
  | { readonly type: 'share'; readonly share: number }
  | { readonly type: 'done' }
  | { readonly type: 'unreadable'; readonly file: string }
  | { readonly type: 'failed' }
