/** Block that an answer is as of; and, in a request, the block that the answer must at least be as of. */
export const BLOCK_HEADER = 'Commonwatt-Block';
export const MIN_BLOCK_HEADER = 'Commonwatt-Min-Block';
export const MIN_BLOCK_QUERY = 'min-block';
