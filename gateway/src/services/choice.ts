/**
 * What to do about a wish for coins or units, given the free records and those that other commands have taken:
 * `wait` until something comes back, or give up because all of it is too little (`short`) or lies in more pieces than
 * one command may name (`fragmented`).
 */
export type Choice<Chosen> =
  | { readonly kind: 'chosen'; readonly chosen: Chosen }
  | { readonly kind: 'wait' }
  | { readonly kind: 'short' }
  | { readonly kind: 'fragmented' };
