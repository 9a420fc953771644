/** A stored credential cannot be opened: the desk's secret is another one, or somebody changed it. */
export class SealedCredentialError extends Error {
  override name = 'SealedCredentialError';
}

/** The authorization server does not give this client a token. */
export class ClientRefusedError extends Error {
  override name = 'ClientRefusedError';
}
