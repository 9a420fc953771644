/**
 * How long somebody waits for an answer about what they confirmed: pauses before each time that
 * the API is asked, and how long all of it may take, in milliseconds. After that it is asked again
 * apart from them.
 */
export const asking = { pauses: [0, 300, 700, 1_500, 2_000], time: 5_000 };

/** Milliseconds for one question apart from any turn. */
export const askingApartTime = 10_000;
