/** Block that an answer is as of; and, in a request, the block that the answer must at least be as of. */
export const BLOCK_HEADER = 'Commonwatt-Block';
export const MIN_BLOCK_HEADER = 'Commonwatt-Min-Block';
export const MIN_BLOCK_QUERY = 'min-block';
/** How a block number is written; the largest has as many digits as are exact. */
export const BLOCK_NUMBER = /^(0|[1-9][0-9]{0,14})$/;
export const MAX_BLOCK_NUMBER = 999_999_999_999_999;
