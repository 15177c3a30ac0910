import { problemSchema, type Problem } from '@/contracts/socket'

/** What the API answers when it refuses (RFC 9457), or that it did not answer at all. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.type)
    this.name = 'ProblemError'
    this.problem = problem
  }

  /** The last part of the type, which names the sentence to show. */
  get kind(): string {
    return kindOf(this.problem)
  }
}

export function kindOf(problem: Problem): string {
  return problem.type.split('/').at(-1) ?? 'internal'
}

export const UNREACHABLE: Problem = {
  type: 'https://medicscribe.org/problems/unreachable',
  title: 'The service does not answer',
  status: 0,
}

export const SIGNED_OUT: Problem = {
  type: 'https://medicscribe.org/problems/unauthenticated',
  title: 'Nobody is signed in',
  status: 401,
}

interface Answer {
  readonly status: number
  readonly statusText: string
}

export async function problemOf(response: Response): Promise<Problem> {
  return problemIn(await response.text().catch(() => ''), response)
}

/** What a refusal says; its status at least, where somebody on the way answered. */
export function problemIn(body: string, { status, statusText }: Answer): Problem {
  try {
    return problemSchema.parse(JSON.parse(body))
  } catch {
    return { type: 'about:blank', title: statusText, status }
  }
}
