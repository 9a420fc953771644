import { z } from 'zod';

/** Headers that frame a request: another value of them would make it another request. */
export const framingHeader =
  /^(connection|content-length|content-type|expect|host|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

/** What can stand in a header; what was pasted may end with a line break. */
const secret = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[\x20-\x7e]*$/);

/** How the desk proves itself to the system. Only ever sent to the desk, never back. */
export const credentialSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('api-key'),
    in: z.enum(['header', 'query']),
    name: z
      .string()
      .regex(/^[A-Za-z0-9_.-]{1,60}$/)
      .refine((name) => !framingHeader.test(name)),
    value: secret(4_000),
  }),
  z.object({ kind: z.literal('bearer'), token: secret(8_000) }),
  z.object({
    kind: z.literal('oauth2'),
    tokenUrl: z.url({ protocol: /^https?$/ }),
    clientId: z.string().min(1).max(500),
    clientSecret: z.string().min(1).max(4_000),
    scope: z.string().max(1_000).optional(),
  }),
]);
export type Credential = z.infer<typeof credentialSchema>;

const [, apiKey, bearer, oauth2] = credentialSchema.options;

/** A credential as a document asks for it, before anybody has entered a secret. */
export const proposedCredentialSchema = z.discriminatedUnion('kind', [
  apiKey.omit({ value: true }),
  bearer.omit({ token: true }),
  oauth2.omit({ clientId: true, clientSecret: true }).partial({ tokenUrl: true }),
]);
export type ProposedCredential = z.infer<typeof proposedCredentialSchema>;

export const credentialKinds = ['none', 'api-key', 'bearer', 'oauth2'] as const;
