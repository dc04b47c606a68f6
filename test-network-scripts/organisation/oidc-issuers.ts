import { z } from 'zod';
import type { ConsortiumDefinition } from '../../network/consortium.ts';
import { OperatorError } from '../../network/operator-error.ts';
import { setting } from '../setting.ts';

const NAME = 'GATEWAY_OIDC_ISSUERS';
const PLACEHOLDER = '{organisation}';

/** What tells tokens apart; the gateway looks at the rest. */
const entries = z.array(z.looseObject({ issuer: z.string(), audience: z.string() }));

/** No list of issuers, or one by which a token for one organisation's gateway would open the others' as well. */
export class IssuersInvalid extends OperatorError {
  override readonly name = 'IssuersInvalid';
}

/**
 * The OpenID Connect issuers of each organisation's gateway, as JSON, by the organisation's name; empty when there are none
 * but the organisations' own keys.
 *
 * @throws IssuersInvalid
 */
export function oidcIssuers({ organisations }: ConsortiumDefinition): Map<string, string> {
  const text = setting(NAME);
  if (text === undefined) return new Map();
  // Enrolment ids such as `manager` are there in every organisation.
  const isShared = ({ issuer, audience }: z.output<typeof entries>[number]) =>
    !issuer.includes(PLACEHOLDER) && !audience.includes(PLACEHOLDER);
  const listed = parse(text);
  const shared = organisations.length > 1 ? listed.find(isShared) : undefined;
  if (shared !== undefined)
    throw new IssuersInvalid(
      `${NAME}: a token of ${shared.issuer} would open ${organisations.length} gateways: write ${PLACEHOLDER} into ` +
        `its audience, for example https://gateway.example/${PLACEHOLDER}`,
    );
  return new Map(organisations.map(({ name }) => [name, text.replaceAll(PLACEHOLDER, name.toLowerCase())]));
}

function parse(text: string): z.output<typeof entries> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new IssuersInvalid(`${NAME} is no JSON`);
  }
  const parsed = entries.safeParse(content);
  if (!parsed.success) throw new IssuersInvalid(`${NAME} is no list of issuers with their audiences`);
  return parsed.data;
}
