/** A value that changes, and those who want to know; what React reads, and tests too. */
export interface Readable<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export class Store<T> implements Readable<T> {
  readonly #listeners = new Set<() => void>()
  #value: T

  constructor(value: T) {
    this.#value = value
  }

  get = (): T => this.#value

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    this.#listeners.forEach((listener) => {
      listener()
    })
  }

  update(change: Partial<T>): void {
    this.set({ ...this.#value, ...change })
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
