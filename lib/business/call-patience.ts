/** How long one attempt of a call may take, in milliseconds, where its caller does not say. */
export const callPatience = { attempt: 5_000 };
