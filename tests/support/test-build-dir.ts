/** Where the web application is built for tests, apart from the one that may be running. */
export const testBuildDir = '.next-test';
