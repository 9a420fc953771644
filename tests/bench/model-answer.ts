/** The 64 tokens that the scripted model of the bench answers with: every answer can be checked. */
export const answerTokens = Array.from({ length: 64 }, (_, n) =>
  n === 63 ? ' [1].' : `${n === 0 ? '' : ' '}word${n}`,
);

export const answerText = answerTokens.join('');
