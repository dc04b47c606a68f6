import { gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';
import { CACHING, isKnown, tagOf } from '../routes/entity-tag.ts';

/** Answers the document: a megabyte of JSON that never changes, so it is written, tagged and compressed once. */
export function answerDocument(document: object): RequestHandler {
  const body = Buffer.from(JSON.stringify(document));
  const tag = tagOf(body);
  let compressed: Buffer | undefined;
  return (request, response) => {
    response
      .set({ ...CACHING, ETag: tag })
      .vary('Accept-Encoding')
      .type('json');
    if (isKnown(request, tag)) response.status(304).end();
    else if (request.acceptsEncodings('identity', 'gzip') !== 'gzip') response.send(body);
    else response.set('Content-Encoding', 'gzip').send((compressed ??= gzipSync(body)));
  };
}
