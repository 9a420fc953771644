/**
 * A model server of its own process, for `measureTurns`: speaks the OpenAI wire, answers every
 * question with the same 64 tokens, the last of which cites the first passage, and prints its port.
 * `GET /count` tells how many completions were asked for, `PUT /<milliseconds>/<tokens per second>`
 * sets how long the first token takes and how fast the others follow; at first nothing waits.
 * `PUT /tools/on` has it call a tool before it answers a question, `PUT /tools/off` none.
 */
import { createServer, type ServerResponse } from 'node:http';
import { answerTokens } from './model-answer';

let firstTokenMs = 0;
let gapMs = 0;
let count = 0;
let usesTools = false;

function setUp(path: string): void {
  if (path.startsWith('/tools/')) {
    usesTools = path === '/tools/on';
    return;
  }
  const [first = 0, perSecond = 0] = path.split('/').slice(1).map(Number);
  firstTokenMs = first;
  gapMs = perSecond > 0 ? 1000 / perSecond : 0;
}

function frame(delta: object, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  const chunk = { id: 'bench', object: 'chat.completion.chunk', created: 0, model: 'bench' };
  return `data: ${JSON.stringify({ ...chunk, choices })}\n\n`;
}

function usageFrame(): string {
  const usage = { prompt_tokens: 800, completion_tokens: answerTokens.length, total_tokens: 864 };
  const chunk = { id: 'bench', object: 'chat.completion.chunk', created: 0, model: 'bench' };
  return `data: ${JSON.stringify({ ...chunk, choices: [], usage })}\n\n`;
}

const frames = [
  frame({ role: 'assistant', content: '' }) + frame({ content: answerTokens[0] }),
  ...answerTokens.slice(1).map((content) => frame({ content })),
];
const tail = `${frame({}, 'stop')}${usageFrame()}data: [DONE]\n\n`;

const toolCall = {
  index: 0,
  id: 'call_bench',
  type: 'function',
  function: { name: 'find_free_slots', arguments: '{"service":"repair"}' },
};
const callFrames = `${frame({ role: 'assistant', content: null, tool_calls: [toolCall] })}${frame({}, 'tool_calls')}${usageFrame()}data: [DONE]\n\n`;

/** Whether a request still wants the tool called that its answer stands on. */
function wantsTool(body: string): boolean {
  return usesTools && body.includes('"find_free_slots"') && !body.includes('"role":"tool"');
}

/** Sends what is due by now; timers that come late catch up instead of drifting. */
function stream(response: ServerResponse): void {
  const begun = performance.now() + firstTokenMs;
  let sent = 0;
  const send = () => {
    if (response.destroyed) return;
    const elapsed = performance.now() - begun;
    const due = gapMs > 0 ? Math.floor(elapsed / gapMs) + 1 : frames.length;
    const until = Math.min(frames.length, Math.max(due, sent + 1));
    response.write(frames.slice(sent, until).join(''));
    sent = until;
    if (sent === frames.length) response.end(tail);
    else setTimeout(send, Math.max(0, begun + sent * gapMs - performance.now()));
  };
  setTimeout(send, firstTokenMs);
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (request.method === 'PUT') setUp(request.url ?? '');
  if (request.method !== 'POST') return void response.end(String(count));
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => usesTools && parts.push(part));
  request.on('end', () => {
    count += 1;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (wantsTool(Buffer.concat(parts).toString())) response.end(callFrames);
    else if (firstTokenMs === 0 && gapMs === 0) response.end(frames.join('') + tail);
    else stream(response);
  });
});

server.listen(0, '127.0.0.1', 4096, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
