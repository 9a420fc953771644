import examples from './tool-examples.json' with { type: 'json' };

/** Things people say, by the tool they call for; the built-in model chooses tools by them. */
export const toolExamples = examples;
