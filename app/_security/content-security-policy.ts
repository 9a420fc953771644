interface Options {
  /** Random per response; scripts without it do not run. */
  nonce: string;
  /** React's debugging needs `eval` while developing. */
  isDevelopment: boolean;
  /** Where the sign-in form may lead to, when an OpenID Connect provider is set. */
  signInOrigin?: string;
}

/** The policy of every page: nothing from elsewhere, no script without the nonce, no frames. */
export function contentSecurityPolicy({ nonce, isDevelopment, signInOrigin }: Options): string {
  const directives = {
    'default-src': ["'self'"],
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'", ...(signInOrigin ? [signInOrigin] : [])],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
