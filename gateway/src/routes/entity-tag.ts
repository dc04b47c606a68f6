import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** A cache keeps an answer for its sender only, and asks before it uses it again. */
export const CACHING = { 'Cache-Control': 'private, no-cache', Vary: 'Accept, Authorization' } as const;

/**
 * Answers a GET with JSON under its entity tag, or with 304 to a client that has the same already. The tag is weak (RFC
 * 9110, 8.8.3): the same for the same content, whatever block it is as of.
 */
export function sendTagged(request: Request, response: Response, content: unknown): void {
  const body = JSON.stringify(content);
  const tag = tagOf(body);
  response.set({ ...CACHING, ETag: tag });
  if (isKnown(request, tag)) response.status(304).end();
  else response.type('json').send(body);
}

export function tagOf(body: string | Buffer): string {
  return `W/"${createHash('sha256').update(body).digest('base64url')}"`;
}

/**
 * Whether the client says that it has what the tag is of.
 *
 * Not left to Express: it takes `Cache-Control: no-cache`, which fetch sends beside a tag of the caller's, for a wish to
 * have everything again.
 */
export function isKnown(request: Request, tag: string): boolean {
  const known = request.get('if-none-match');
  if (known === undefined) return false;
  return known.trim() === '*' || known.split(',').some((other) => weak(other.trim()) === tag);
}

function weak(tag: string): string {
  return tag.startsWith('W/') ? tag : `W/${tag}`;
}
