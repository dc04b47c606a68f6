/** The ledger's command that creates what the body describes, under the request's idempotency key. */
export function createdBy({ body, idempotencyKey }: { body: object; idempotencyKey: string }): object {
  return { idempotencyKey, ...body };
}
