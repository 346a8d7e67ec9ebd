/** An order that cannot be carried out: which HTTP status says so, and what would have been understood. */
export class Refusal extends Error {
  readonly status: 400 | 403 | 404 | 405 | 409 | 422 | 503
  readonly known: readonly string[]

  constructor(status: Refusal['status'], message: string, known: readonly string[] = []) {
    super(message)
    this.name = 'Refusal'
    this.status = status
    this.known = known
  }
}
